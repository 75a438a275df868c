"use client";

import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
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
import { removeAudienceAction } from "#lib/audiences/actions.ts";
import type { AudienceDto } from "#lib/audiences/schemas.ts";

/** Asks before an audience goes; what still uses it is named by the refusal. */
export function DeleteAudience({ audience, onClose }: { audience: AudienceDto; onClose: () => void }) {
  const removing = useCall(removeAudienceAction);
  const remove = () =>
    void removing.call({ audienceId: audience.id }, () => {
      toast(`${audience.name} is deleted.`);
      onClose();
    });
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Delete {audience.name}?</DialogTitle>
          <DialogDescription>The rule is gone then. No member and no story is touched.</DialogDescription>
        </DialogHeader>
        <Alert message={removing.message} />
        <DialogFooter>
          <DialogClose asChild>
            <Button>Keep it</Button>
          </DialogClose>
          <Button variant="danger" pending={removing.isPending} onClick={remove}>
            Delete
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
