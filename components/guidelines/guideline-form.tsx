"use client";

import { type FormEvent, useState } from "react";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { DialogFooter } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { addGuidelineAction, editGuidelineAction } from "#lib/guidelines/actions.ts";
import type { GuidelineContent, GuidelineDetails, GuidelineRoom } from "#lib/guidelines/schemas.ts";
import { toContent, toDraft } from "./guideline-draft.ts";
import { PreviewLine } from "./preview-line.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { ScopeFields } from "./scope-fields.tsx";
import { TrialFields } from "./trial-fields.tsx";

type GuidelineFormProps = {
  guideline: GuidelineDetails | null;
  room: GuidelineRoom;
  onDone: (guideline: GuidelineDetails) => void;
};

/** What a guideline wants, of whom, and the two texts that show what it does. */
export function GuidelineForm({ guideline, room, onDone }: GuidelineFormProps) {
  const [draft, setDraft] = useState(() => toDraft(guideline));
  const { call, isPending, message, fields, errorOf } = useCall(save);
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });
  const content = toContent(draft);
  const otherError = Object.entries(fields).find(([field]) => field !== "name")?.[1];
  const send = (event: FormEvent) => {
    event.preventDefault();
    void call({ guideline, content }, onDone);
  };
  return (
    <form onSubmit={send} noValidate className="grid grid-cols-1 gap-5">
      <Field label="Name" hint="Members read it beside the words." error={errorOf("name")}>
        {(control) => (
          <Input
            {...control}
            maxLength={80}
            autoComplete="off"
            value={draft.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        )}
      </Field>
      <RuleFields draft={draft} onChange={set} isNew={guideline === null} />
      <Field label="Why" hint="Told to whoever’s text does not meet it.">
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            value={draft.explanation}
            onChange={(event) => set({ explanation: event.target.value })}
          />
        )}
      </Field>
      <ScopeFields draft={draft} onChange={set} topics={room.topics} />
      <TrialFields draft={draft} content={content} shortLinks={room.shortLinks} onChange={set} />
      <PreviewLine content={content} />
      <Alert message={message ?? otherError ?? null} />
      <DialogFooter>
        <Button type="submit" variant="primary" pending={isPending}>
          Save the guideline
        </Button>
      </DialogFooter>
    </form>
  );
}

function save({ guideline, content }: { guideline: GuidelineDetails | null; content: GuidelineContent }) {
  if (!guideline) return addGuidelineAction(content);
  return editGuidelineAction({ ...content, guidelineId: guideline.id, version: guideline.version });
}
