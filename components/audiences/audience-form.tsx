"use client";

import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { DialogFooter } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { addAudienceAction, changeAudienceAction } from "#lib/audiences/actions.ts";
import { audienceChoicesQuery } from "#lib/audiences/query-options.ts";
import type { AudienceRule } from "#lib/audiences/rule.ts";
import type { AudienceDto } from "#lib/audiences/schemas.ts";
import { ReachLine } from "./reach-line.tsx";
import { RuleFields } from "./rule-fields.tsx";

type AudienceFormProps = {
  organizationId: string;
  /** What is changed; null makes a new one. */
  audience: AudienceDto | null;
  onDone: (audience: AudienceDto) => void;
};

const firstRule: AudienceRule = { match: "all", conditions: [{ field: "country", is: true, values: [] }] };

/** Name and rule of an audience, and how many members it means while it is written. */
export function AudienceForm({ organizationId, audience, onDone }: AudienceFormProps) {
  const [name, setName] = useState(audience?.name ?? "");
  const [rule, setRule] = useState(audience?.rule ?? firstRule);
  const choices = useQuery(audienceChoicesQuery(organizationId));
  const { call, isPending, message, errorOf, fields } = useCall(save);
  const ruleError = Object.entries(fields).find(([field]) => field !== "name")?.[1];

  const send = (event: FormEvent) => {
    event.preventDefault();
    // The dialog may stand inside another form.
    event.stopPropagation();
    void call({ audience, name, rule }, onDone);
  };
  return (
    <form onSubmit={send} noValidate className="grid grid-cols-1 gap-5">
      <Field label="Name" error={errorOf("name")}>
        {(control) => (
          <Input
            {...control}
            maxLength={80}
            autoComplete="off"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      {choices.data ? (
        <RuleFields rule={rule} onChange={setRule} choices={choices.data} />
      ) : (
        <Skeleton className="h-32" />
      )}
      <ReachLine organizationId={organizationId} rule={rule} />
      <Alert
        message={
          choices.isError
            ? "We could not load what to choose from. Try again."
            : (message ?? ruleError ?? null)
        }
      />
      <DialogFooter>
        <Button type="submit" variant="primary" pending={isPending}>
          {audience ? "Save" : "Make the audience"}
        </Button>
      </DialogFooter>
    </form>
  );
}

function save({ audience, ...content }: { audience: AudienceDto | null; name: string; rule: AudienceRule }) {
  const rule = { match: content.rule.match, conditions: content.rule.conditions.map(copied) };
  if (!audience) return addAudienceAction({ ...content, rule });
  const { id: audienceId, savedAt } = audience;
  return changeAudienceAction({ ...content, rule, audienceId, savedAt });
}

const copied = (condition: AudienceRule["conditions"][number]) => ({
  ...condition,
  values: [...condition.values],
});
