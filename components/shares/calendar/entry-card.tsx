import { Check, CircleAlert } from "lucide-react";
import type { ScheduledShare } from "#lib/shares/schedule/schemas.ts";

/** How a share looks by its state: what waits stands out, what is done steps back, what wants an answer is marked. */
export function lookOf({ isWaiting, state }: ScheduledShare): string {
  if (isWaiting) return "border border-accent/50 bg-raised";
  if (state === "failed" || state === "unknown") return "border border-danger/50 bg-raised text-quiet";
  return "border border-line bg-raised text-quiet";
}

export const stateWords: Partial<Record<ScheduledShare["state"], string>> = {
  scheduled: "scheduled",
  publishing: "publishing",
  published: "published",
  confirmed: "went out",
  failed: "did not go out",
  unknown: "may have been published",
};

/** What a card says: the time, where to, and the story. */
export function EntryCard({ entry, time }: { entry: ScheduledShare; time: string }) {
  const { state, networkName, storyTitle } = entry;
  const isOpen = state === "failed" || state === "unknown";
  return (
    <>
      <span className="tabular flex min-w-0 items-center gap-1 text-xs leading-4 font-medium">
        {isOpen ? <CircleAlert aria-hidden className="size-3.5 shrink-0 text-danger" /> : null}
        {state === "published" || state === "confirmed" ? (
          <Check aria-hidden className="size-3.5 shrink-0 text-reported" />
        ) : null}
        <span className="truncate">
          {time} {networkName}
        </span>
        <span className="sr-only">, {stateWords[state]}</span>
      </span>
      <span dir="auto" className="line-clamp-2 font-serif text-[0.8125rem] leading-4">
        {storyTitle}
      </span>
    </>
  );
}
