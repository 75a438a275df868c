"use client";

import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { correctScoreAction } from "#lib/scores/corrections/actions.ts";

const empty = () => ({ memberId: "", points: Number.NaN, reason: "", requestId: crypto.randomUUID() });

export function CorrectionForm({ people }: { people: { id: string; name: string }[] }) {
  const [form, setForm] = useState({ memberId: "", points: Number.NaN, reason: "", requestId: "" });
  const { call, isPending, message, errorOf } = useCall(correctScoreAction);
  const correct = (event: FormEvent) => {
    event.preventDefault();
    const sent = { ...form, requestId: form.requestId || crypto.randomUUID() };
    setForm(sent);
    void call(sent, () => {
      toast("Corrected. They have been told.");
      setForm(empty());
    });
  };
  return (
    <form onSubmit={correct} noValidate className="grid max-w-xl gap-4">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_8rem]">
        <Field label="Whose points" error={errorOf("memberId")}>
          {(control) => (
            <Select
              {...control}
              value={form.memberId}
              onChange={(event) => setForm({ ...form, memberId: event.target.value })}
            >
              <option value="">Choose somebody</option>
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="Points" error={errorOf("points")}>
          {(control) => (
            <Input
              {...control}
              type="number"
              step={0.1}
              value={Number.isNaN(form.points) ? "" : form.points}
              onChange={(event) => setForm({ ...form, points: event.target.valueAsNumber })}
            />
          )}
        </Field>
      </div>
      <Field label="Why" hint="Minus takes points. The member reads this." error={errorOf("reason")}>
        {(control) => (
          <Textarea
            {...control}
            rows={2}
            value={form.reason}
            onChange={(event) => setForm({ ...form, reason: event.target.value })}
          />
        )}
      </Field>
      <Alert message={message} />
      <Button type="submit" pending={isPending} className="justify-self-start">
        Correct the points
      </Button>
    </form>
  );
}
