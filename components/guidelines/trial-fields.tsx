"use client";

import { CheckLine } from "#components/shares/check-line.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { Verdict } from "#lib/guidelines/guideline.ts";
import type { GuidelineContent } from "#lib/guidelines/schemas.ts";
import { tryBoth, whyNotOn } from "#lib/guidelines/trial.ts";
import { type GuidelineDraft, toGuideline } from "./guideline-draft.ts";

type TrialFieldsProps = {
  draft: GuidelineDraft;
  content: GuidelineContent;
  shortLinks: string;
  onChange: (changes: Partial<GuidelineDraft>) => void;
};

/** The text that meets the guideline and the one that does not, each with what the guideline says to it as it is written. */
export function TrialFields({ draft, content, shortLinks, onChange }: TrialFieldsProps) {
  // What expires is tried around its last day, so there is nothing to try before one is chosen.
  const canTry = content.rule.kind !== "expiry" || content.rule.until !== "";
  const trial = canTry ? tryBoth(toGuideline(content), content, shortLinks) : null;
  const { passingText, failingText } = draft;
  const obstacle = trial ? whyNotOn(trial, content) : "Choose the last day first.";
  return (
    <fieldset className="grid grid-cols-1 gap-4 rounded-md border border-line p-4">
      <legend className="px-1 text-sm text-quiet">Two texts that show what it does</legend>
      <TrialField
        label="A text that meets it"
        value={passingText}
        verdict={trial?.passing}
        wants="passes"
        onChange={(text) => onChange({ passingText: text })}
      />
      <TrialField
        label="A text that does not"
        value={failingText}
        verdict={trial?.failing}
        wants="fails"
        onChange={(text) => onChange({ failingText: text })}
      />
      <p role="status" className="text-sm text-quiet">
        {obstacle ?? "Both hold: it can be switched on."}
      </p>
    </fieldset>
  );
}

type TrialFieldProps = {
  label: string;
  value: string;
  verdict: Verdict | undefined;
  wants: "passes" | "fails";
  onChange: (text: string) => void;
};

function TrialField({ label, value, verdict, wants, onChange }: TrialFieldProps) {
  const isRight = verdict && (verdict.outcome === "passes") === (wants === "passes");
  return (
    <div className="grid grid-cols-1 gap-2">
      <Field label={label}>
        {(control) => (
          <Textarea {...control} rows={2} value={value} onChange={(event) => onChange(event.target.value)} />
        )}
      </Field>
      {verdict && value.trim() !== "" ? (
        <ul className="text-sm">
          <CheckLine state={isRight ? "good" : "wrong"}>{verdict.sentence}</CheckLine>
        </ul>
      ) : null}
    </div>
  );
}
