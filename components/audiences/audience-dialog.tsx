"use client";

import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import type { AudienceDto, ListedAudience } from "#lib/audiences/schemas.ts";
import { AudienceForm } from "./audience-form.tsx";

type AudienceDialogProps = {
  organizationId: string;
  audience: ListedAudience | null;
  onDone: (audience: AudienceDto) => void;
  onClose: () => void;
};

export function AudienceDialog({ organizationId, audience, onDone, onClose }: AudienceDialogProps) {
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || onClose()}>
      <DialogContent className="max-w-xl grid-cols-1">
        <DialogHeader>
          <DialogTitle>{audience ? "Change the audience" : "New audience"}</DialogTitle>
          <DialogDescription>{explain(audience?.liveStories ?? 0)}</DialogDescription>
        </DialogHeader>
        <AudienceForm organizationId={organizationId} audience={audience} onDone={onDone} />
      </DialogContent>
    </Dialog>
  );
}

function explain(liveStories: number): string {
  if (liveStories === 0) return "A rule over members. Who meets it sees what is for the audience, at once.";
  const stories = liveStories === 1 ? "1 approved story is" : `${liveStories} approved stories are`;
  return `${stories} for this audience. Saving changes at once who sees ${liveStories === 1 ? "it" : "them"}.`;
}
