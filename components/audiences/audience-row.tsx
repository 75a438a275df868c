"use client";

import { useState } from "react";
import { toast } from "sonner";
import { Button } from "#components/ui/button.tsx";
import type { ListedAudience } from "#lib/audiences/schemas.ts";
import { AudienceDialog } from "./audience-dialog.tsx";
import { DeleteAudience } from "./delete-audience.tsx";

type AudienceRowProps = { organizationId: string; audience: ListedAudience };

/** One audience of the desk: whom it means, how many that is, and what hangs on it. */
export function AudienceRow({ organizationId, audience }: AudienceRowProps) {
  const [open, setOpen] = useState<"change" | "delete" | null>(null);
  const { name, says, reach, liveStories } = audience;
  const close = () => setOpen(null);
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-line py-4 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center">
      <div className="grid gap-1">
        <h2 className="text-xl leading-snug wrap-anywhere">{name}</h2>
        <p className="max-w-measure wrap-anywhere">{says}</p>
        <p className="text-sm text-quiet tabular">
          {reach}
          {liveStories > 0
            ? ` · ${liveStories === 1 ? "1 approved story" : `${liveStories} approved stories`}`
            : null}
        </p>
      </div>
      <div className="flex gap-2">
        <Button size="sm" aria-label={`Change ${name}`} onClick={() => setOpen("change")}>
          Change
        </Button>
        <Button size="sm" variant="ghost" aria-label={`Delete ${name}`} onClick={() => setOpen("delete")}>
          Delete
        </Button>
      </div>
      {open === "change" ? (
        <AudienceDialog
          organizationId={organizationId}
          audience={audience}
          onClose={close}
          onDone={() => {
            toast("Saved. It acts at once.");
            close();
          }}
        />
      ) : null}
      {open === "delete" ? <DeleteAudience audience={audience} onClose={close} /> : null}
    </li>
  );
}
