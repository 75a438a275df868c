"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { useKeys } from "#components/ui/use-keys.ts";
import { itemsQuery } from "#lib/sources/items/query-options.ts";
import { ItemRow } from "./item-row.tsx";
import { useItemActs } from "./use-item-acts.ts";

type ItemQueueProps = {
  organizationId: string;
  source: { id: string; name: string } | null;
  now: Date;
  timeZone: string;
};

/** What waits, to be gone through by hand or by key: j and k move, m makes a story, x dismisses. */
export function ItemQueue({ organizationId, source, now, timeZone }: ItemQueueProps) {
  const query = useInfiniteQuery(itemsQuery(organizationId, source?.id));
  const acts = useItemActs(organizationId);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLOListElement>(null);
  const items = (query.data?.pages.flatMap((page) => page.items) ?? []).filter(
    ({ id }) => !acts.decidedIds.has(id),
  );
  const here = Math.min(at, items.length - 1);
  const current = items[here];

  const move = (step: number) => {
    const next = Math.max(0, Math.min(items.length - 1, here + step));
    setAt(next);
    list.current?.children[next]?.scrollIntoView({ block: "nearest" });
  };
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    m: current && (() => acts.make(current)),
    x: current && (() => acts.dismiss(current)),
  });

  return (
    <section aria-label="New items" className="grid grid-cols-1 content-start gap-3">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm text-quiet">
        <span>
          {source ? (
            <>
              From {source.name} ·{" "}
              <Link href="/desk/sources" className="text-accent underline underline-offset-4">
                Show all sources
              </Link>
            </>
          ) : (
            "Newest first, from all sources"
          )}
        </span>
        <span aria-hidden className="hidden pointer-fine:inline">
          j k to move · m makes a story · x dismisses
        </span>
      </p>
      {query.isError ? (
        <div role="alert" className="flex flex-wrap items-center gap-3">
          What waits could not be loaded.
          <Button size="sm" onClick={() => void query.refetch()}>
            Try again
          </Button>
        </div>
      ) : null}
      {query.isSuccess && items.length === 0 && !query.hasNextPage ? (
        <EmptyState title="Nothing new waits">
          What your sources publish arrives here by itself. You have seen everything so far.
        </EmptyState>
      ) : null}
      <ol ref={list} className="grid grid-cols-1 divide-y divide-line border-y border-line empty:hidden">
        {items.map((item, index) => (
          <ItemRow
            key={item.id}
            item={item}
            isHere={index === here}
            isMaking={acts.makingId === item.id}
            isBusy={acts.makingId !== null}
            now={now}
            timeZone={timeZone}
            onMake={() => acts.make(item)}
            onDismiss={() => acts.dismiss(item)}
          />
        ))}
      </ol>
      {query.hasNextPage ? (
        <Button
          className="justify-self-center"
          pending={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          Show older items
        </Button>
      ) : null}
    </section>
  );
}
