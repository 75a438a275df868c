"use client";

import Link from "next/link";
import type { FormEvent } from "react";
import { focusCard } from "#components/layout/calendar/focus-card.ts";
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
import { sayMoment } from "#lib/calendar.ts";
import { toLocalTime } from "#lib/local-time.ts";
import type { PlannedMoment } from "#lib/stories/calendar/schemas.ts";
import { stateNames } from "#lib/stories/state-names.ts";
import { sayZone } from "#lib/time-zone-name.ts";
import { wordOf } from "./moment-card.tsx";

type MomentDialogProps = {
  entry: PlannedMoment;
  timeZone: string;
  now: Date;
  onMove: (local: string) => void;
  onClose: () => void;
};

/** One moment of a story: when it is, another time for it, and the way to the story. */
export function MomentDialog({ entry, timeZone, now, onMove, onClose }: MomentDialogProps) {
  const at = new Date(entry.at);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const local = new FormData(event.currentTarget).get("at");
    if (typeof local !== "string" || !local) return;
    onMove(local.slice(0, 16));
    onClose();
  };
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent onCloseAutoFocus={() => focusCard(entry.id)}>
        <DialogHeader>
          <DialogTitle dir="auto" className="text-xl">
            {entry.title}
          </DialogTitle>
          <DialogDescription>
            {wordOf(entry)} {sayMoment(at, now, timeZone)}. {stateNames[entry.state]}
            {entry.state === "approved" ? "." : ": it needs a yes before anybody sees it."}
          </DialogDescription>
        </DialogHeader>
        {entry.whyFixed ? (
          <p>{entry.whyFixed}</p>
        ) : (
          <form onSubmit={send} className="grid gap-3">
            <Field label="Date and time" hint={`On the clocks of ${sayZone(timeZone, now)}`}>
              {(control) => (
                <Input
                  {...control}
                  name="at"
                  type="datetime-local"
                  required
                  defaultValue={toLocalTime(at, timeZone)}
                />
              )}
            </Field>
            <Button type="submit" variant="primary" className="justify-self-start">
              Move it
            </Button>
          </form>
        )}
        <Link
          href={`/desk/stories/${entry.storyId}`}
          className="justify-self-start text-sm text-quiet underline underline-offset-4 hover:text-ink"
        >
          Open the story
        </Link>
      </DialogContent>
    </Dialog>
  );
}
