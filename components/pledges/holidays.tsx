"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { sayDate } from "#lib/day.ts";
import { addHolidayAction, removeHolidayAction } from "#lib/pledges/holidays/actions.ts";
import type { Holiday } from "#lib/pledges/holidays/schemas.ts";

const empty: Holiday = { day: "", name: "", country: "" };

type HolidaysProps = {
  holidays: Holiday[];
  /** Named by the server: browsers name some countries otherwise. */
  countries: { code: string; name: string }[];
};

/** Days on which promises rest, for everybody or for the people of a country. */
export function Holidays({ holidays, countries }: HolidaysProps) {
  const [form, setForm] = useState(empty);
  const router = useRouter();
  const adding = useCall(addHolidayAction);
  const removing = useCall(removeHolidayAction);
  const set = (change: Partial<Holiday>) => setForm((before) => ({ ...before, ...change }));
  const add = (event: FormEvent) => {
    event.preventDefault();
    void adding.call(form as Parameters<typeof addHolidayAction>[0], () => {
      setForm(empty);
      router.refresh();
    });
  };
  return (
    <section aria-labelledby="holidays" className="grid gap-4">
      <div>
        <h2 id="holidays" className="text-2xl leading-tight">
          Holidays
        </h2>
        <p className="text-sm text-quiet">Pledges rest on them.</p>
      </div>
      <ul className="grid gap-1">
        {holidays.map(({ day, name, country }) => (
          <li
            key={`${day} ${country}`}
            className="flex items-center justify-between gap-3 border-b border-line py-1"
          >
            <span className="min-w-0 wrap-anywhere">
              {name}
              <span className="text-sm text-quiet">
                {" "}
                · {sayDate(day)}
                {country ? ` · ${country}` : ""}
              </span>
            </span>
            <Button
              size="sm"
              variant="ghost"
              pending={removing.isPending}
              aria-label={`Remove ${name}`}
              onClick={() =>
                void removing.call({ day, country } as Parameters<typeof removeHolidayAction>[0], () =>
                  router.refresh(),
                )
              }
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
      <form onSubmit={add} noValidate className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Day" error={adding.errorOf("day")}>
            {(control) => (
              <Input
                {...control}
                type="date"
                value={form.day}
                onChange={(event) => set({ day: event.target.value })}
              />
            )}
          </Field>
          <Field label="Holiday" error={adding.errorOf("name")}>
            {(control) => (
              <Input {...control} value={form.name} onChange={(event) => set({ name: event.target.value })} />
            )}
          </Field>
        </div>
        <Field label="For" error={adding.errorOf("country")}>
          {(control) => (
            <Select
              {...control}
              value={form.country}
              onChange={(event) => set({ country: event.target.value })}
            >
              <option value="">Everybody</option>
              {countries.map(({ code, name }) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Alert message={adding.message ?? removing.message} />
        <Button type="submit" pending={adding.isPending} className="justify-self-start">
          Add the holiday
        </Button>
      </form>
    </section>
  );
}
