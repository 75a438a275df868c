"use client";

import { useState } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import { Select } from "#components/ui/select.tsx";
import { useKeys } from "#components/ui/use-keys.ts";
import type { BulkAct } from "#lib/stories/bulk/schemas.ts";
import type { LibraryFilters } from "#lib/stories/library/filters.ts";
import { readMatching } from "#lib/stories/library/query-options.ts";
import type { LibraryChoices } from "#lib/stories/library/schemas.ts";
import { type AskedKind, askedNames, BulkDialog, isAsked } from "./bulk-dialog.tsx";
import type { Changes } from "./use-changes.ts";
import type { Choice } from "./use-choice.ts";

type BulkBarProps = {
  filters: LibraryFilters;
  choices: LibraryChoices;
  choice: Choice;
  total: number;
  changes: Changes;
};

const acts = {
  ...askedNames,
  submit: "Submit for review",
  approve: "Approve",
  restore: "Restore",
} as const;

/** What can be done with the chosen stories. */
export function BulkBar({ filters, choices, choice, total, changes }: BulkBarProps) {
  const [asking, setAsking] = useState<AskedKind | null>(null);
  const stories = [...choice.chosen.values()];
  const { progress } = changes;
  const run = async (act: BulkAct) => {
    setAsking(null);
    await changes.change(act, stories);
    choice.clear();
  };
  useKeys({ a: () => void run({ kind: "archive" }) });
  const chooseAll = async () => {
    const matching = await readMatching(filters).catch((error: Error) => void toast(error.message));
    if (!matching) return;
    choice.choose(matching.stories);
    if (matching.total > matching.stories.length)
      toast(`The first ${matching.stories.length} of ${matching.total.toLocaleString("en")} are chosen.`);
  };
  return (
    <section
      aria-label="Chosen stories"
      className="fixed inset-x-4 bottom-4 z-30 mx-auto flex max-w-4xl flex-wrap items-center gap-2 rounded-md border border-line bg-raised p-3 shadow-float max-sm:bottom-18"
    >
      <p role="status" className="tabular mr-auto text-sm">
        {progress ? `${progress.done} of ${progress.of} done` : `${stories.length} chosen`}
      </p>
      {stories.length < total && !progress ? (
        <Button size="sm" variant="ghost" onClick={chooseAll}>
          All {total.toLocaleString("en")}
        </Button>
      ) : null}
      {progress ? null : (
        <Button size="sm" variant="ghost" onClick={choice.clear}>
          None
        </Button>
      )}
      <Select
        aria-label="Change the chosen stories"
        className="w-44 max-sm:grow"
        value=""
        disabled={progress !== null}
        onChange={(event) => {
          const kind = event.target.value;
          if (isAsked(kind)) setAsking(kind);
          else if (kind === "submit" || kind === "approve" || kind === "restore") void run({ kind });
        }}
      >
        <option value="">Change…</option>
        {Object.entries(acts).map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </Select>
      <Button pending={progress !== null} aria-keyshortcuts="a" onClick={() => run({ kind: "archive" })}>
        Archive
      </Button>
      {asking ? (
        <BulkDialog kind={asking} choices={choices} onDone={run} onClose={() => setAsking(null)} />
      ) : null}
    </section>
  );
}
