import { useState } from "react";
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
import type { BulkAct } from "#lib/stories/bulk/schemas.ts";
import type { LibraryChoices } from "#lib/stories/library/schemas.ts";

/** Changes that need to be told with what. */
export const askedNames = {
  add_topic: "Add a topic",
  remove_topic: "Remove a topic",
  set_campaign: "Set the campaign",
  set_publish: "Set the publish time",
  set_expiry: "Set the expiry",
} as const;
export type AskedKind = keyof typeof askedNames;

export const isAsked = (kind: string): kind is AskedKind => kind in askedNames;

type BulkDialogProps = {
  kind: AskedKind;
  choices: LibraryChoices;
  onDone: (act: BulkAct) => void;
  onClose: () => void;
};

/** Asks with what the chosen stories are changed. */
export function BulkDialog({ kind, choices, onDone, onClose }: BulkDialogProps) {
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="max-w-sm">
        <DialogHeader>
          <DialogTitle>{askedNames[kind]}</DialogTitle>
          <DialogDescription>It can be undone afterwards.</DialogDescription>
        </DialogHeader>
        {kind === "set_publish" || kind === "set_expiry" ? (
          <TimeForm kind={kind} onDone={onDone} />
        ) : (
          <ChoiceForm kind={kind} choices={choices} onDone={onDone} />
        )}
      </DialogContent>
    </Dialog>
  );
}

type TimeKind = "set_publish" | "set_expiry";

const withoutTime: Record<TimeKind, string> = {
  set_publish: "As soon as they are approved",
  set_expiry: "Never",
};

/** A time, or none: said, so that a field that was left empty means nothing. */
function TimeForm({ kind, onDone }: { kind: TimeKind; onDone: (act: BulkAct) => void }) {
  const [hasTime, setHasTime] = useState(true);
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const at = String(new FormData(event.currentTarget).get("at") ?? "");
        onDone({ kind, at: hasTime ? at : null });
      }}
    >
      <fieldset className="grid gap-2">
        <legend className="sr-only">{askedNames[kind]}</legend>
        {[true, false].map((each) => (
          <label key={String(each)} className="flex items-center gap-2.5">
            <input
              type="radio"
              name="has-time"
              className="size-4.5 accent-accent"
              checked={hasTime === each}
              onChange={() => setHasTime(each)}
            />
            {each ? "At a time" : withoutTime[kind]}
          </label>
        ))}
      </fieldset>
      {hasTime ? (
        <Field label="Date and time" hint="On the organization’s clocks.">
          {(control) => <Input {...control} type="datetime-local" name="at" required />}
        </Field>
      ) : null}
      <Button type="submit" variant="primary">
        Change
      </Button>
    </form>
  );
}

type ChoiceFormProps = Pick<BulkDialogProps, "choices" | "onDone"> & { kind: Exclude<AskedKind, TimeKind> };

function ChoiceForm({ kind, choices, onDone }: ChoiceFormProps) {
  const isCampaign = kind === "set_campaign";
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const value = String(new FormData(event.currentTarget).get("value") ?? "");
        if (kind === "set_campaign") onDone({ kind, campaignId: value || null });
        else onDone({ kind, topicId: value });
      }}
    >
      <Field label={isCampaign ? "Campaign" : "Topic"}>
        {(control) => (
          <Select {...control} name="value" required={!isCampaign}>
            {isCampaign ? <option value="">No campaign</option> : null}
            {(isCampaign ? choices.campaigns : choices.topics).map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Button type="submit" variant="primary">
        Change
      </Button>
    </form>
  );
}
