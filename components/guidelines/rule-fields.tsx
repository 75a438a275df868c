"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { GuidelineKind, RequiredPlace } from "#lib/guidelines/guideline.ts";
import { kindsInOrder, kindWords, placeWords } from "#lib/guidelines/words.ts";
import type { GuidelineDraft } from "./guideline-draft.ts";

type RuleFieldsProps = {
  draft: GuidelineDraft;
  onChange: (changes: Partial<GuidelineDraft>) => void;
  isNew: boolean;
};

const asked: Record<GuidelineKind, { label: string; hint: string }> = {
  disclosure: { label: "Words to be said", hint: "One a line; any is enough. Herald adds the first." },
  locked_text: { label: "The text", hint: "Word for word. Herald adds it." },
  blocked_phrases: { label: "Phrases", hint: "One a line. Whole words, in any case and script." },
  warned_phrases: { label: "Phrases", hint: "One a line. Whole words, in any case and script." },
  link_required: { label: "Address", hint: "Leave it empty for Herald’s own short link." },
  expiry: { label: "Phrases", hint: "One a line; none to end stories of the topics as a whole." },
};

/** The kind of a guideline, and what that kind asks for. */
export function RuleFields({ draft, onChange, isNew }: RuleFieldsProps) {
  const { kind, place } = draft;
  const hasPlace = kind === "disclosure" || kind === "locked_text";
  return (
    <>
      <Field label="Kind" hint={kindWords[kind].does}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            disabled={!isNew}
            onChange={(event) => onChange({ kind: event.target.value as GuidelineKind })}
          >
            {kindsInOrder.map((each) => (
              <option key={each} value={each}>
                {kindWords[each].name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label={asked[kind].label} hint={asked[kind].hint}>
        {(control) => (
          <Textarea
            {...control}
            rows={3}
            value={draft.lines}
            onChange={(event) => onChange({ lines: event.target.value })}
          />
        )}
      </Field>
      {kind === "expiry" ? (
        <Field label="Last day">
          {(control) => (
            <Input
              {...control}
              type="date"
              value={draft.until}
              onChange={(event) => onChange({ until: event.target.value })}
            />
          )}
        </Field>
      ) : null}
      {hasPlace ? (
        <Field label="Where it stands">
          {(control) => (
            <Select
              {...control}
              value={place}
              onChange={(event) => onChange({ place: event.target.value as RequiredPlace })}
            >
              {Object.entries(placeWords).map(([value, words]) => (
                <option key={value} value={value}>
                  {words}
                </option>
              ))}
            </Select>
          )}
        </Field>
      ) : null}
    </>
  );
}
