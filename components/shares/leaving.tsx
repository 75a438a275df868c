"use client";

import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { Button } from "#components/ui/button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { NetworkId } from "#lib/networks/network.ts";
import { shareQuery } from "#lib/shares/details/query-options.ts";
import type { Share } from "#lib/shares/schemas.ts";
import { ComposerHeader } from "./composer-header.tsx";
import { Publication } from "./publication/publication.tsx";
import { headingOf } from "./publication/words.ts";

type LeavingProps = {
  organizationId: string;
  title: string;
  network: NetworkId;
  /** Null until the server has the words. */
  share: Share | null;
  onAgain: () => void;
  onClose: () => void;
};

/** After "Publish" or "Schedule": how far it is, what became of it, and what there is to do. Closing stops nothing. */
export function Leaving({ organizationId, title, network, share, onAgain, onClose }: LeavingProps) {
  const { data: details } = useQuery({
    ...shareQuery(organizationId, share?.id ?? ""),
    enabled: share !== null,
  });
  const publication = details?.publication;
  return (
    <div data-narrow className="grid gap-5">
      <ComposerHeader heading={headingOf(publication ?? null, network)} title={title} isNew />
      {details && publication ? (
        <Publication
          organizationId={organizationId}
          share={{ ...details, storyId: details.story.id }}
          publication={publication}
        />
      ) : (
        <div className="grid gap-2">
          <Skeleton className="h-5 w-4/5" />
          <p className="text-quiet">You can close this: it goes on by itself.</p>
        </div>
      )}
      <div className="flex flex-wrap items-center justify-end gap-3 border-t border-line pt-4">
        {share ? (
          <Link
            href={`/shares/${share.id}`}
            onClick={onClose}
            className="mr-auto text-sm text-quiet underline underline-offset-4 hover:text-ink"
          >
            Its own page
          </Link>
        ) : null}
        {publication?.state === "published" || publication?.state === "scheduled" ? (
          <Button onClick={onAgain}>Share it somewhere else too</Button>
        ) : null}
        <Button onClick={onClose}>{publication ? "Done" : "Close"}</Button>
      </div>
    </div>
  );
}
