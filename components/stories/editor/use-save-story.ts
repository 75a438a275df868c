"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { toast } from "sonner";
import { v7 as uuidv7 } from "uuid";
import { deskAddress } from "#components/stories/desk/addresses.ts";
import { callAction } from "#lib/call-action.ts";
import { fieldErrors } from "#lib/field-errors.ts";
import { submitStoryAction } from "#lib/reviews/actions.ts";
import { createStoryAction, editStoryAction } from "#lib/stories/actions.ts";
import { wantsAlt } from "#lib/stories/image-alt.ts";
import { createStoryInput, type StoryStanding } from "#lib/stories/schemas.ts";
import { type StoryForm, toContent } from "./form.ts";

export type SaveFailure = { message: string; fields: Record<string, string> };

/** Saves the form as a new draft or over the version it was opened on, and hands it in when asked to. */
export function useSaveStory(opened: StoryStanding | null, onSaved: () => void) {
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<SaveFailure | null>(null);
  const saved = useRef(opened);
  const newStoryId = useRef<string>(undefined);
  newStoryId.current ??= uuidv7();

  const save = async (form: StoryForm, andSubmit: { dueAt: string } | null) => {
    setPending(true);
    setFailure(null);
    const content = toContent(form);
    const checked = createStoryInput.safeParse(content);
    if (!checked.success) return fail(fieldErrors(checked.error));
    if (andSubmit && content.imageId && !content.imageAlt.trim())
      return fail({ message: wantsAlt, fields: { imageAlt: wantsAlt } });
    const result = saved.current
      ? await callAction(editStoryAction, {
          ...content,
          storyId: saved.current.id,
          version: saved.current.version,
        })
      : await callAction(createStoryAction, { ...content, id: newStoryId.current });
    if (!result.ok) return fail(result);
    saved.current = result.data;
    onSaved();

    const { id: storyId, version } = result.data;
    const submitted = andSubmit
      ? await callAction(submitStoryAction, {
          ...{ storyId, version, reason: "" },
          ...(andSubmit.dueAt && { dueAt: andSubmit.dueAt }),
        })
      : result;
    if (!submitted.ok)
      return fail({ ...submitted, message: `Your draft is saved, but not submitted. ${submitted.message}` });
    toast(andSubmit ? "Submitted for review" : "Saved", { description: form.title });
    router.push(deskAddress(submitted.data.state, storyId));
  };

  const fail = (result: { message: string; fields?: Record<string, string> }) => {
    setPending(false);
    setFailure({ message: result.message, fields: result.fields ?? {} });
  };

  return { save, isPending, failure };
}
