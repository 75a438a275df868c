"use client";

import { Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import type { AudienceCondition, AudienceRule } from "#lib/audiences/rule.ts";
import type { AudienceChoices } from "#lib/audiences/schemas.ts";
import { ConditionFields } from "./condition-fields.tsx";

type RuleFieldsProps = {
  rule: AudienceRule;
  onChange: (rule: AudienceRule) => void;
  choices: AudienceChoices;
};

const most = 20;

/** The conditions of a rule, and whether all of them have to hold. */
export function RuleFields({ rule, onChange, choices }: RuleFieldsProps) {
  const { conditions } = rule;
  const put = (index: number, condition: AudienceCondition | null) =>
    onChange({
      ...rule,
      conditions: conditions.flatMap((one, at) => (at === index ? (condition ?? []) : one)),
    });
  const add = () =>
    onChange({ ...rule, conditions: [...conditions, { field: "location", is: true, values: [] }] });

  return (
    <fieldset className="grid grid-cols-1 gap-3">
      <legend className="mb-1.5 text-sm font-medium">Members of whom</legend>
      {conditions.length > 1 ? (
        <Select
          aria-label="How many of the conditions hold"
          value={rule.match}
          onChange={(event) => onChange({ ...rule, match: event.target.value === "any" ? "any" : "all" })}
        >
          <option value="all">All of these hold</option>
          <option value="any">At least one of these holds</option>
        </Select>
      ) : null}
      {/* Conditions have no names; where one stands is what it is. */}
      {[...conditions.entries()].map(([index, condition]) => (
        <ConditionFields
          key={index}
          place={index + 1}
          condition={condition}
          onChange={(changed) => put(index, changed)}
          onRemove={conditions.length > 1 ? () => put(index, null) : null}
          choices={choices}
        />
      ))}
      {conditions.length < most ? (
        <Button variant="ghost" size="sm" onClick={add} className="-mx-3 justify-self-start">
          <Plus aria-hidden />
          Add a condition
        </Button>
      ) : null}
    </fieldset>
  );
}
