"use client";

import { toast } from "sonner";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import type { GuidelineDetails, GuidelineRoom } from "#lib/guidelines/schemas.ts";
import { GuidelineForm } from "./guideline-form.tsx";

type GuidelineDialogProps = {
  guideline: GuidelineDetails | null;
  room: GuidelineRoom;
  onSaved?: (guideline: GuidelineDetails) => void;
  onClose: () => void;
};

export function GuidelineDialog({ guideline, room, onSaved, onClose }: GuidelineDialogProps) {
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()}>
      <DialogContent className="max-w-xl grid-cols-1">
        <DialogHeader>
          <DialogTitle>{guideline ? "Change the guideline" : "New guideline"}</DialogTitle>
          <DialogDescription>
            It can be switched on once one text meets it and another does not.
          </DialogDescription>
        </DialogHeader>
        <GuidelineForm
          guideline={guideline}
          room={room}
          onDone={(saved) => {
            const { name, enabledAt } = saved;
            onSaved?.(saved);
            toast(enabledAt ? `${name} is saved. It acts at once.` : `${name} is saved, and off.`);
            onClose();
          }}
        />
      </DialogContent>
    </Dialog>
  );
}
