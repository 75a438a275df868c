"use client";

import { Trash2 } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { type AudienceCondition, type AudienceField, audienceFields } from "#lib/audiences/rule.ts";
import type { AudienceChoices } from "#lib/audiences/schemas.ts";
import { fieldNames } from "#lib/audiences/words.ts";
import { listValues } from "./list-values.ts";
import { TextValues } from "./text-values.tsx";
import { ValueChips } from "./value-chips.tsx";

type ConditionFieldsProps = {
  place: number;
  condition: AudienceCondition;
  onChange: (condition: AudienceCondition) => void;
  /** Null when it is the only one. */
  onRemove: (() => void) | null;
  choices: AudienceChoices;
};

/** One condition: what is asked, whether it is or is not, and the values. */
export function ConditionFields({ place, condition, onChange, onRemove, choices }: ConditionFieldsProps) {
  const { field, is, values } = condition;
  const offered = listValues(field, choices);
  const isText = field === "location" || field === "jobTitle";
  const setValues = (next: readonly string[]) => onChange({ ...condition, values: next });
  const add = (value: string) => value && !values.includes(value) && setValues([...values, value]);
  const left = offered.filter(({ value }) => !values.includes(value));

  return (
    <fieldset aria-label={`Condition ${place}`} className="grid gap-2 rounded-md border border-line p-3">
      <div className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] gap-2">
        <Select
          aria-label="What is asked"
          value={field}
          onChange={(event) => onChange({ field: event.target.value as AudienceField, is, values: [] })}
        >
          {audienceFields.map((one) => (
            <option key={one} value={one}>
              {fieldNames[one]}
            </option>
          ))}
        </Select>
        <Select
          aria-label="Is or is not"
          value={is ? "is" : "not"}
          onChange={(event) => onChange({ ...condition, is: event.target.value === "is" })}
        >
          <option value="is">{field === "jobTitle" ? "has" : "is"}</option>
          <option value="not">{field === "jobTitle" ? "does not have" : "is not"}</option>
        </Select>
        {onRemove ? (
          <Button variant="ghost" size="icon" aria-label={`Remove condition ${place}`} onClick={onRemove}>
            <Trash2 aria-hidden />
          </Button>
        ) : null}
      </div>
      <ValueChips
        values={values}
        nameOf={(value) => offered.find((one) => one.value === value)?.name ?? value}
        onRemove={(value) => setValues(values.filter((one) => one !== value))}
      />
      {isText ? (
        <TextValues label={fieldNames[field]} offered={left} onAdd={add} />
      ) : (
        <Select
          aria-label={`Add a value for ${fieldNames[field].toLowerCase()}`}
          value=""
          onChange={(event) => add(event.target.value)}
        >
          <option value="">{values.length > 0 ? "Or…" : "Choose…"}</option>
          {left.map(({ value, name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </fieldset>
  );
}
