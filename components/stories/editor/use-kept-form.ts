"use client";

import { useEffect, useState } from "react";
import type { StoryDetails } from "#lib/stories/schemas.ts";
import { emptyForm, newCaption, type StoryForm, toForm } from "./form.ts";

type Unsaved = { version: number; form: StoryForm };

/** Whether something unsaved was put back, and if the story has moved on since it was written. */
export type Kept = "current" | "outdated";

/**
 * The form's content, kept in this tab's session storage with every change, so that a closed page or a lost network
 * loses nothing.
 */
export function useKeptForm(story: StoryDetails | null, begins: Partial<StoryForm> = {}) {
  const place = `herald.story.${story?.id ?? `new${begins.campaignId ?? ""}`}`;
  const [version] = useState(story?.version ?? 0);
  const [form, setForm] = useState(() => (story ? toForm(story) : { ...emptyForm, ...begins }));
  const [kept, setKept] = useState<Kept | null>(null);

  // After the first paint only: the server cannot know what this tab has kept.
  useEffect(() => {
    const unsaved = readUnsaved(place);
    if (!unsaved) return;
    setForm(withDefaults(unsaved.form));
    setKept(unsaved.version === version ? "current" : "outdated");
  }, [place, version]);

  const change = (values: Partial<StoryForm>) =>
    setForm((current) => {
      const next = { ...current, ...values };
      keepUnsaved(place, { version, form: next });
      return next;
    });
  const forget = () => sessionStorage.removeItem(place);
  const discard = () => {
    forget();
    setForm(story ? toForm(story) : { ...emptyForm, ...begins });
    setKept(null);
  };
  return { form, change, kept, forget, discard };
}

/** What was kept before captions had an audience and a weight lacks both. */
const withDefaults = (form: StoryForm): StoryForm => ({
  ...emptyForm,
  ...form,
  captions: form.captions.map((caption) => ({ ...newCaption, ...caption })),
});

function keepUnsaved(place: string, unsaved: Unsaved): void {
  try {
    sessionStorage.setItem(place, JSON.stringify(unsaved));
  } catch {
    // Fuller than the browser allows, or switched off: the form itself still holds everything.
  }
}

function readUnsaved(place: string): Unsaved | null {
  try {
    return JSON.parse(sessionStorage.getItem(place) ?? "null") as Unsaved | null;
  } catch {
    return null;
  }
}
