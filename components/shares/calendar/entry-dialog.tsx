"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { focusCard } from "#components/layout/calendar/focus-card.ts";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { shareQuery } from "#lib/shares/details/query-options.ts";
import type { ScheduledShare } from "#lib/shares/schedule/schemas.ts";
import { Publication } from "../publication/publication.tsx";
import { ShareStateBadge } from "../share-state-badge.tsx";

type EntryDialogProps = { organizationId: string; entry: ScheduledShare; onClose: () => void };

/** One share of the calendar: its words, and everything that can be done with it. */
export function EntryDialog({ organizationId, entry, onClose }: EntryDialogProps) {
  const { data: share } = useQuery(shareQuery(organizationId, entry.id));
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent onCloseAutoFocus={() => focusCard(entry.id)}>
        <DialogHeader>
          <DialogTitle className="text-xl">{entry.storyTitle}</DialogTitle>
          <DialogDescription asChild>
            <div className="flex items-center gap-3 text-sm">
              {entry.networkName} <ShareStateBadge state={share?.state ?? entry.state} />
            </div>
          </DialogDescription>
        </DialogHeader>
        <blockquote
          dir="auto"
          className="max-h-48 overflow-y-auto border-l-2 border-line pl-4 font-serif leading-6 wrap-anywhere whitespace-pre-line"
        >
          {share?.text ?? entry.text}
        </blockquote>
        {share?.publication ? (
          <Publication
            organizationId={organizationId}
            share={{ ...share, storyId: entry.storyId }}
            publication={share.publication}
          />
        ) : (
          <Skeleton className="h-20" />
        )}
        <Link
          href={`/shares/${entry.id}`}
          className="justify-self-start text-sm text-quiet underline underline-offset-4 hover:text-ink"
        >
          Its own page, with who clicked
        </Link>
      </DialogContent>
    </Dialog>
  );
}
