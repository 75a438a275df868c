"use client";

import { useState } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { useKeys } from "#components/ui/use-keys.ts";
import type { BulkAct } from "#lib/stories/bulk/schemas.ts";
import type { LibraryFilters } from "#lib/stories/library/filters.ts";
import { readMatching } from "#lib/stories/library/query-options.ts";
import type { LibraryChoices } from "#lib/stories/library/schemas.ts";
import type { Changes } from "./use-changes.ts";
import type { Choice } from "./use-choice.ts";

type BulkBarProps = {
  filters: LibraryFilters;
  choices: LibraryChoices;
  choice: Choice;
  total: number;
  changes: Changes;
};

type Kind = BulkAct["kind"];

const acts: [Kind, string][] = [
  ["add_topic", "Add a topic"],
  ["remove_topic", "Remove a topic"],
  ["set_campaign", "Set the campaign"],
  ["set_publish", "Set the publish time"],
  ["set_expiry", "Set the expiry"],
  ["submit", "Submit for review"],
  ["approve", "Approve"],
  ["restore", "Restore"],
];

/** What can be done with the chosen stories. */
export function BulkBar({ filters, choices, choice, total, changes }: BulkBarProps) {
  const [asking, setAsking] = useState<Kind | null>(null);
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
          const kind = acts.find(([each]) => each === event.target.value)?.[0];
          if (kind === "submit" || kind === "approve" || kind === "restore") void run({ kind });
          else if (kind) setAsking(kind);
        }}
      >
        <option value="">Change…</option>
        {acts.map(([kind, name]) => (
          <option key={kind} value={kind}>
            {name}
          </option>
        ))}
      </Select>
      <Button pending={progress !== null} aria-keyshortcuts="a" onClick={() => run({ kind: "archive" })}>
        Archive
      </Button>
      {asking ? (
        <AskDialog kind={asking} choices={choices} onDone={run} onClose={() => setAsking(null)} />
      ) : null}
    </section>
  );
}

type AskDialogProps = {
  kind: Kind;
  choices: LibraryChoices;
  onDone: (act: BulkAct) => void;
  onClose: () => void;
};

function AskDialog({ kind, choices, onDone, onClose }: AskDialogProps) {
  const isTime = kind === "set_publish" || kind === "set_expiry";
  const isCampaign = kind === "set_campaign";
  const name = acts.find(([each]) => each === kind)?.[1] ?? "";
  const finish = (value: string) => {
    if (kind === "set_publish" || kind === "set_expiry") onDone({ kind, at: value || null });
    else if (kind === "set_campaign") onDone({ kind, campaignId: value || null });
    else if ((kind === "add_topic" || kind === "remove_topic") && value) onDone({ kind, topicId: value });
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="max-w-sm">
        <DialogHeader>
          <DialogTitle>{name}</DialogTitle>
          <DialogDescription>
            {isTime
              ? `On the organization’s clocks. Empty means ${kind === "set_expiry" ? "never" : "at once"}.`
              : "It can be undone afterwards."}
          </DialogDescription>
        </DialogHeader>
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            finish(String(new FormData(event.currentTarget).get("value") ?? ""));
          }}
        >
          <Field label={isTime ? "Time" : isCampaign ? "Campaign" : "Topic"}>
            {(control) =>
              isTime ? (
                <Input {...control} type="datetime-local" name="value" />
              ) : (
                <Select {...control} name="value" required={!isCampaign}>
                  {isCampaign ? <option value="">No campaign</option> : null}
                  {(isCampaign ? choices.campaigns : choices.topics).map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.name}
                    </option>
                  ))}
                </Select>
              )
            }
          </Field>
          <Button type="submit" variant="primary">
            Change
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  );
}
