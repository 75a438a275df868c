"use client";

import Link from "next/link";
import { useRef, useState } from "react";
import { deskAddress } from "#components/stories/desk/addresses.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button, buttonClasses } from "#components/ui/button.tsx";
import { CheckboxField } from "#components/ui/checkbox-field.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { useDroppedFile } from "#components/ui/use-dropped-file.ts";
import { cn } from "#lib/cn.ts";
import type { ImportCheck } from "#lib/stories/import/schemas.ts";
import { CheckedRows } from "./checked-rows.tsx";
import { useImport } from "./use-import.ts";

export function ImportForm() {
  const { step, failure, file, createTopics, hasStopped, check, run, undo, startOver } = useImport();
  return (
    <div className="grid grid-cols-1 gap-6" aria-live="polite">
      <Alert message={failure} />
      {step.is === "choosing" || step.is === "checking" ? (
        <Choose isChecking={step.is === "checking"} onChoose={(chosen) => void check(chosen, false)} />
      ) : null}
      {step.is === "checked" ? (
        <>
          <Verdict check={step.check} />
          {step.check.missingTopics.length > 0 ? (
            <Topics
              check={step.check}
              createTopics={createTopics}
              onChange={(wanted) => file && void check(file, wanted)}
            />
          ) : null}
          <div className="flex flex-wrap gap-3">
            <Button variant="primary" disabled={readyIn(step.check) === 0} onClick={() => void run()}>
              {hasStopped ? "Go on" : `Import ${count(readyIn(step.check), "draft")}`}
            </Button>
            <Button onClick={startOver}>Choose another file</Button>
          </div>
          <CheckedRows rows={step.check.rows} />
        </>
      ) : null}
      {step.is === "importing" ? (
        <Importing done={step.outcome?.gone ?? 0} total={step.check.rows.length} />
      ) : null}
      {step.is === "done" ? (
        <section className="grid gap-4">
          <h2 className="text-2xl leading-tight">
            {count(step.outcome.made + step.outcome.already, "draft")} made
          </h2>
          {step.outcome.refused > 0 ? (
            <p className="text-quiet">
              {count(step.outcome.refused, "row")} left out, as you were told before.
            </p>
          ) : null}
          <div className="flex flex-wrap gap-3">
            <Link href={deskAddress("draft")} className={buttonClasses("primary")}>
              See the drafts
            </Link>
            <Button onClick={() => void undo()}>Undo the import</Button>
            <Button variant="ghost" onClick={startOver}>
              Import another file
            </Button>
          </div>
        </section>
      ) : null}
      {step.is === "undone" ? (
        <section className="grid gap-4">
          <h2 className="text-2xl leading-tight">{count(step.removed, "draft")} taken back</h2>
          <p className="text-quiet">
            {step.kept > 0
              ? `${count(step.kept, "story", "stories")} somebody has worked on since, so they stay.`
              : "Nothing of the import is left, but for topics that it made."}
          </p>
          <Button className="justify-self-start" onClick={startOver}>
            Import another file
          </Button>
        </section>
      ) : null}
    </div>
  );
}

function Choose({ isChecking, onChoose }: { isChecking: boolean; onChoose: (file: Blob) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState("");
  const { ref, isOver } = useDroppedFile(onChoose);
  return (
    <div
      ref={ref}
      className={cn(
        "grid max-w-3xl grid-cols-1 gap-6 rounded-md",
        isOver && "outline-2 outline-offset-8 outline-accent outline-dashed",
      )}
    >
      <Field
        label="CSV file"
        hint="Up to 5,000 rows and 5 MB, between commas, semicolons or tabs. Choose it or drop it here."
      >
        {(control) => (
          <div>
            <input
              {...control}
              ref={input}
              type="file"
              accept=".csv,.tsv,.txt,text/csv"
              className="sr-only"
              tabIndex={-1}
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                if (file) onChoose(file);
                event.target.value = "";
              }}
            />
            <Button pending={isChecking} onClick={() => input.current?.click()}>
              {isChecking ? "Reading every row" : "Choose a file"}
            </Button>
          </div>
        )}
      </Field>
      <Field label="Or paste rows" hint="With the heading, as copied from a spreadsheet.">
        {(control) => (
          <Textarea
            {...control}
            dir="auto"
            className="min-h-32 font-mono text-sm sm:text-sm"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Button
        className="justify-self-start"
        disabled={!text.trim()}
        pending={isChecking}
        onClick={() => onChoose(new Blob([text]))}
      >
        Check these rows
      </Button>
    </div>
  );
}

function Verdict({ check }: { check: ImportCheck }) {
  const countOf = (status: string) => check.rows.filter((row) => row.status === status).length;
  const others = [
    countOf("refused") > 0 ? `${count(countOf("refused"), "row has", "rows have")} something to mend` : "",
    countOf("duplicate") > 0 ? `${count(countOf("duplicate"), "row is", "rows are")} there already` : "",
  ].filter(Boolean);
  return (
    <section className="grid gap-2">
      <h2 className="text-2xl leading-tight">
        {readyIn(check).toLocaleString("en")} of {count(check.rows.length, "row")} can be imported
      </h2>
      {others.length > 0 ? <p className="text-quiet">{others.join(", ")}. They are left out.</p> : null}
      {check.remarks.map((remark) => (
        <p key={remark} dir="auto" className="border-l-2 border-accent pl-3">
          {remark}
        </p>
      ))}
    </section>
  );
}

type TopicsProps = { check: ImportCheck; createTopics: boolean; onChange: (createTopics: boolean) => void };

function Topics({ check, createTopics, onChange }: TopicsProps) {
  const names = check.missingTopics.join(", ");
  if (!check.mayCreateTopics)
    return (
      <p className="text-quiet">Not there yet: {names}. An admin can add topics under Admin, Settings.</p>
    );
  return (
    <CheckboxField
      checked={createTopics}
      onChange={(event) => onChange(event.target.checked)}
      label={`Make the topics that are missing: ${names}`}
    />
  );
}

function Importing({ done, total }: { done: number; total: number }) {
  return (
    <div className="grid max-w-md gap-2">
      <progress aria-label="Importing" value={done} max={total} className="h-2 w-full accent-accent" />
      <p className="text-quiet tabular">
        {done.toLocaleString("en")} of {count(total, "row")}
      </p>
    </div>
  );
}

const readyIn = (check: ImportCheck): number => check.rows.filter((row) => row.status === "ready").length;

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
