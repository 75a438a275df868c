"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { sayDate } from "#lib/day.ts";
import { addAbsenceAction, removeAbsenceAction } from "#lib/pledges/absences/actions.ts";
import type { Absence } from "#lib/pledges/absences/schemas.ts";

const empty = { startsOn: "", endsOn: "" };

/** Days away, on which one's promises rest. Only the member sees them. */
export function Absences({ absences }: { absences: Absence[] }) {
  const [form, setForm] = useState(empty);
  const router = useRouter();
  const adding = useCall(addAbsenceAction);
  const removing = useCall(removeAbsenceAction);
  const add = (event: FormEvent) => {
    event.preventDefault();
    void adding.call(form, () => {
      setForm(empty);
      router.refresh();
    });
  };
  return (
    <section aria-labelledby="away" className="grid gap-4">
      <div>
        <h2 id="away" className="text-2xl">
          Days away
        </h2>
        <p className="text-sm text-quiet">
          Your promises rest on them. Nobody but you sees which days they are.
        </p>
      </div>
      {absences.length > 0 ? (
        <ul className="border-t border-line">
          {absences.map(({ id, startsOn, endsOn }) => {
            const days =
              startsOn === endsOn ? sayDate(startsOn) : `${sayDate(startsOn)} to ${sayDate(endsOn)}`;
            return (
              <li
                key={id}
                className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-2"
              >
                {days}
                <Button
                  size="sm"
                  variant="ghost"
                  pending={removing.isPending}
                  aria-label={`Remove ${days}`}
                  onClick={() => void removing.call({ absenceId: id }, () => router.refresh())}
                >
                  Remove
                </Button>
              </li>
            );
          })}
        </ul>
      ) : null}
      <form onSubmit={add} noValidate className="flex flex-wrap items-end gap-4">
        {(["startsOn", "endsOn"] as const).map((name) => (
          <Field
            key={name}
            label={name === "startsOn" ? "First day away" : "Last day away"}
            error={adding.errorOf(name)}
          >
            {(control) => (
              <Input
                {...control}
                type="date"
                value={form[name]}
                onChange={(event) => setForm({ ...form, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Button type="submit" pending={adding.isPending}>
          Add
        </Button>
      </form>
      <Alert message={adding.message ?? removing.message} />
    </section>
  );
}
