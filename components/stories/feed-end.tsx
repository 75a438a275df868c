"use client";

import type { UseInfiniteQueryResult } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Button } from "#components/ui/button.tsx";

/** The end of the column: reads on by itself when it comes near, and by a button where that fails. */
export function FeedEnd({ query, isEmpty }: { query: UseInfiniteQueryResult; isEmpty: boolean }) {
  const { hasNextPage, isFetchingNextPage, isError, isPaused, fetchNextPage, refetch } = query;
  const end = useRef<HTMLDivElement>(null);
  const readsOn = hasNextPage && !isFetchingNextPage && !isError;

  useEffect(() => {
    if (!readsOn || !end.current) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting) void fetchNextPage();
      },
      { rootMargin: "800px" },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [readsOn, fetchNextPage]);

  return (
    <div
      ref={end}
      role="status"
      className="grid justify-items-center gap-3 py-4 text-center text-sm text-quiet"
    >
      {isPaused ? (
        <p role="status">You seem to be offline. The feed goes on as soon as you are back.</p>
      ) : null}
      {isError ? (
        <>
          <p role="alert">We could not load {isEmpty ? "the stories" : "more stories"}.</p>
          <Button onClick={() => void (isEmpty ? refetch() : fetchNextPage())}>Try again</Button>
        </>
      ) : null}
      {hasNextPage && !isError && !isPaused ? (
        <Button pending={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {isFetchingNextPage ? "Loading more" : "Show more"}
        </Button>
      ) : null}
      {!hasNextPage && !isError && !isPaused && !isEmpty ? <p>That is everything for now.</p> : null}
    </div>
  );
}
