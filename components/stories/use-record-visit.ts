"use client";

import { useEffect, useRef } from "react";
import { recordFeedVisitAction } from "#lib/stories/feed/actions.ts";

/** Writes the visit down when the feed is really looked at: a prefetch renders the page, but mounts nothing. */
export function useRecordVisit(isDue: boolean): void {
  const isRecorded = useRef(false);
  useEffect(() => {
    if (!isDue || isRecorded.current) return;
    isRecorded.current = true;
    // Not worth a word to the reader: without it "new since" is only a little older.
    recordFeedVisitAction({}).catch(() => {});
  }, [isDue]);
}
