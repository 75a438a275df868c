"use client";

import { type FormEvent, type ReactNode, useState } from "react";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { CheckboxField } from "#components/ui/checkbox-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { ActionResult } from "#lib/action.ts";
import type { SourceChoices, SourceMode, SourceSettings } from "#lib/sources/schemas.ts";
import { listLanguages } from "#lib/stories/languages.ts";

type SourceFormProps<Output> = {
  first: SourceSettings;
  choices: SourceChoices;
  act: (settings: SourceSettings) => Promise<ActionResult<Output>>;
  onDone: (output: Output, settings: SourceSettings) => void;
  /** The buttons. */
  children: (isPending: boolean) => ReactNode;
};

const modes: [SourceMode, string][] = [
  ["propose", "They wait until somebody decides"],
  ["draft", "They become drafts by themselves"],
  ["approve", "They go to the feed by themselves"],
];

const rhythms: [number, string][] = [
  [15, "Every 15 minutes"],
  [60, "Every hour"],
  [180, "Every 3 hours"],
  [720, "Twice a day"],
  [1_440, "Every day"],
  [10_080, "Every week"],
];

/** Everything about a source but its address. */
export function SourceForm<Output>({ first, choices, act, onDone, children }: SourceFormProps<Output>) {
  const [settings, setSettings] = useState(first);
  const { call, isPending, message, errorOf } = useCall(act);
  const set = (change: Partial<SourceSettings>) => setSettings((before) => ({ ...before, ...change }));
  const send = (event: FormEvent) => {
    event.preventDefault();
    void call(settings, (output) => onDone(output, settings));
  };
  const isKnownRhythm = rhythms.some(([minutes]) => minutes === settings.everyMinutes);

  return (
    <form onSubmit={send} className="grid grid-cols-1 gap-4">
      <Field label="Name" error={errorOf("name")}>
        {(control) => (
          <Input {...control} value={settings.name} onChange={(event) => set({ name: event.target.value })} />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label="Language" error={errorOf("language")}>
          {(control) => (
            <Select
              {...control}
              value={settings.language}
              onChange={(event) => set({ language: event.target.value })}
            >
              {listLanguages(settings.language).map(({ tag, name }) => (
                <option key={tag} value={tag}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <Field label="How often it is asked">
          {(control) => (
            <Select
              {...control}
              value={settings.everyMinutes}
              onChange={(event) => set({ everyMinutes: Number(event.target.value) })}
            >
              {isKnownRhythm ? null : (
                <option value={settings.everyMinutes}>Every {settings.everyMinutes} minutes</option>
              )}
              {rhythms.map(([minutes, name]) => (
                <option key={minutes} value={minutes}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
      <Field
        label="What becomes of new items"
        hint={
          choices.canLetApprove || settings.mode === "approve"
            ? undefined
            : "Here nobody approves their own stories. An admin can let a source approve by itself."
        }
      >
        {(control) => (
          <Select
            {...control}
            value={settings.mode}
            onChange={(event) => set({ mode: event.target.value as SourceMode })}
          >
            {modes
              .filter(([mode]) => mode !== "approve" || choices.canLetApprove || first.mode === "approve")
              .map(([mode, name]) => (
                <option key={mode} value={mode}>
                  {name}
                </option>
              ))}
          </Select>
        )}
      </Field>
      {settings.mode === "propose" ? null : (
        <Field
          label="At most so many a day"
          hint="The rest waits in the queue. What the feed holds already always waits."
          error={errorOf("dailyCap")}
        >
          {(control) => (
            <Input
              {...control}
              type="number"
              min={0}
              max={100}
              className="w-28"
              value={settings.dailyCap}
              onChange={(event) => set({ dailyCap: event.target.valueAsNumber || 0 })}
            />
          )}
        </Field>
      )}
      {choices.topics.length > 0 ? (
        <fieldset className="grid gap-2">
          <legend className="mb-2 text-sm font-medium">Topics of its stories</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {choices.topics.map(({ id, name }) => (
              <CheckboxField
                key={id}
                label={name}
                checked={settings.topicIds.includes(id)}
                onChange={({ target: { checked } }) =>
                  set({
                    topicIds: checked
                      ? [...settings.topicIds, id]
                      : settings.topicIds.filter((each) => each !== id),
                  })
                }
              />
            ))}
          </div>
        </fieldset>
      ) : null}
      <Alert message={message} />
      {children(isPending)}
    </form>
  );
}
