"use client";

import { useRef, useState } from "react";
import { toast } from "sonner";
import { v7 as uuidv7 } from "uuid";
import { useLinkPreview } from "#components/stories/editor/use-link-preview.ts";
import { callAction } from "#lib/call-action.ts";
import { suggestStoryAction } from "#lib/stories/suggestions/actions.ts";

const emptyForm = { url: "", title: "", note: "" };

type SendFailure = { message: string; fields?: Record<string, string> };

/** The suggestion being written: reads the page behind its link, and sends it. */
export function useSuggestion(begins: typeof emptyForm) {
  const [form, setForm] = useState(begins);
  const [isPending, setPending] = useState(false);
  const [failure, setFailure] = useState<SendFailure | null>(null);
  const storyId = useRef<string>(undefined);
  storyId.current ??= uuidv7();
  const set = (values: Partial<typeof emptyForm>) => setForm((current) => ({ ...current, ...values }));
  const preview = useLinkPreview(({ title }) => set({ title }));

  const read = (address: string) => {
    const url = address.trim();
    if (url && url !== preview.variables) preview.mutate(url);
  };

  /** Whether it was sent. What was written stays until it was. */
  const send = async (): Promise<boolean> => {
    setPending(true);
    setFailure(null);
    const url = form.url.trim();
    // What an address filled in may be sent before anybody touched the form, and so before its page was read.
    const page =
      preview.variables === url ? preview.data : await preview.mutateAsync(url).catch(() => undefined);
    const result = await callAction(suggestStoryAction, {
      id: storyId.current ?? uuidv7(),
      url: page?.url ?? url,
      title: form.title || (page?.title ?? ""),
      note: form.note,
      ...(page && {
        summary: page.summary,
        siteName: page.siteName,
        canonicalUrl: page.canonicalUrl,
        imageId: page.imageId,
        language: page.language,
      }),
    });
    setPending(false);
    if (result.ok) {
      storyId.current = uuidv7();
      setForm(emptyForm);
      preview.reset();
      toast("Thank you. Your suggestion is with the comms team", { description: form.title });
    } else setFailure(result);
    return result.ok;
  };

  return { form, set, preview, read, send, isPending, failure };
}
