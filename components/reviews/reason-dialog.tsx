"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Textarea } from "#components/ui/textarea.tsx";

type ReasonDialogProps = {
  title: string;
  description: string;
  confirm: string;
  isPending: boolean;
  /** What went wrong with the last try. The reason stays. */
  failure: string | undefined;
  onConfirm: (reason: string) => void;
  onClose: () => void;
};

/** Asks why, since a no without a reason helps nobody. */
export function ReasonDialog({
  title,
  description,
  confirm,
  isPending,
  failure,
  onConfirm,
  onClose,
}: ReasonDialogProps) {
  const [reason, setReason] = useState("");
  const [isMissing, setMissing] = useState(false);
  const send = (event: FormEvent) => {
    event.preventDefault();
    setMissing(reason.trim() === "");
    if (reason.trim()) onConfirm(reason);
  };
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || isPending || onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>{title}</DialogTitle>
          <DialogDescription>{description}</DialogDescription>
        </DialogHeader>
        <form onSubmit={send} className="grid gap-5">
          <Field label="Reason" error={isMissing ? "Say why, so that the author knows what to do." : failure}>
            {(control) => (
              <Textarea
                {...control}
                autoFocus
                maxLength={2_000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
          <DialogFooter>
            <DialogClose asChild>
              <Button variant="ghost">Cancel</Button>
            </DialogClose>
            <Button type="submit" variant="primary" pending={isPending}>
              {confirm}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
