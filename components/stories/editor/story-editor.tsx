"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import type { DeadlineChoice } from "#lib/reviews/deadlines/deadline.ts";
import type { StoryChoices, StoryDetails } from "#lib/stories/schemas.ts";
import { AddressField } from "./address-field.tsx";
import { CaptionsField } from "./captions-field.tsx";
import { EditNotice, KeptNotice } from "./edit-notice.tsx";
import type { StoryForm } from "./form.ts";
import { ImageField } from "./image-field.tsx";
import { KindChoice } from "./kind-choice.tsx";
import { PlacementFields } from "./placement-fields.tsx";
import { SubmitBar } from "./submit-bar.tsx";
import { useKeptForm } from "./use-kept-form.ts";
import { useSaveStory } from "./use-save-story.ts";
import { WordsFields } from "./words-fields.tsx";

type StoryEditorProps = {
  choices: StoryChoices;
  /** Null for a new story. */
  story: StoryDetails | null;
  /** What a new story begins with. */
  begins?: Partial<StoryForm> | undefined;
  deadlines: DeadlineChoice[];
};

export function StoryEditor({ choices, story, begins, deadlines }: StoryEditorProps) {
  const { form, change, kept, forget, discard } = useKeptForm(story, begins);
  const { save, isPending, failure } = useSaveStory(story, forget);
  const [dueAt, setDueAt] = useState("");
  const errors = failure?.fields ?? {};
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (failure) element.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [failure]);
  const canSubmit = !story || ["draft", "changes_requested"].includes(story.state);
  const send = (event: FormEvent, andSubmit: boolean) => {
    event.preventDefault();
    if (!isPending) void save(form, andSubmit ? { dueAt } : null);
  };

  return (
    <form
      ref={element}
      onSubmit={(event) => send(event, false)}
      noValidate
      className="grid grid-cols-1 gap-8"
    >
      <div className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="grid grid-cols-1 content-start gap-6">
          {story ? <EditNotice story={story} allowsSelfApproval={choices.allowsSelfApproval} /> : null}
          {kept ? <KeptNotice kept={kept} onDiscard={discard} /> : null}
          {story ? null : <KindChoice kind={form.kind} onChoose={(kind) => change({ kind })} />}
          {form.kind === "link" ? <AddressField form={form} set={change} error={errors.url} /> : null}
          {form.kind === "image" ? <ImageField form={form} set={change} errors={errors} /> : null}
          <WordsFields form={form} set={change} errors={errors} />
          {form.kind === "image" ? null : <ImageField form={form} set={change} errors={errors} />}
          <CaptionsField
            form={form}
            set={change}
            errors={errors}
            disclosure={choices.requiredDisclosure}
            audiences={choices.audiences}
          />
        </div>
        <PlacementFields form={form} set={change} choices={choices} errors={errors} />
      </div>
      <div className="flex flex-wrap items-center gap-3 border-t border-line pt-5">
        <Button type="submit" variant={canSubmit ? "secondary" : "primary"} pending={isPending}>
          {canSubmit ? "Save draft" : "Save"}
        </Button>
        {canSubmit ? (
          <SubmitBar
            deadlines={deadlines}
            dueAt={dueAt}
            onDueAt={setDueAt}
            isPending={isPending}
            onSubmit={(event) => send(event, true)}
          />
        ) : null}
        {failure ? (
          <p role="alert" className="text-danger">
            {failure.message}
          </p>
        ) : null}
      </div>
    </form>
  );
}
