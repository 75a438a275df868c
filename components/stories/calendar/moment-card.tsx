import { CalendarClock, Radio } from "lucide-react";
import type { PlannedMoment } from "#lib/stories/calendar/schemas.ts";
import { stateNames } from "#lib/stories/state-names.ts";

/** Going live and expiring differ by colour, mark and word; what nobody has approved yet has a broken edge. */
export function lookOf({ moment, state, isOver }: PlannedMoment): string {
  const edge = moment === "publishAt" ? "border-measured/60" : "border-attested/60";
  const kind = state === "approved" ? "border" : "border border-dashed";
  return `${kind} ${edge} ${isOver ? "bg-page text-quiet" : "bg-raised"}`;
}

export function wordOf({ moment, isOver }: PlannedMoment): string {
  if (moment === "publishAt") return isOver ? "Went live" : "Goes live";
  return isOver ? "Expired" : "Expires";
}

/** What a card says: the time, what happens then, and to which story. */
export function MomentCard({ entry, time }: { entry: PlannedMoment; time: string }) {
  const isStart = entry.moment === "publishAt";
  const Mark = isStart ? Radio : CalendarClock;
  return (
    <>
      <span className="tabular flex min-w-0 items-center gap-1 text-xs leading-4 font-medium">
        <Mark aria-hidden className={`size-3.5 shrink-0 ${isStart ? "text-measured" : "text-attested"}`} />
        <span className="truncate">
          {time} {wordOf(entry)}
          {entry.state === "approved" ? null : `, ${stateNames[entry.state].toLowerCase()}`}
        </span>
      </span>
      <span dir="auto" className="line-clamp-2 font-serif text-[0.8125rem] leading-4">
        {entry.title}
      </span>
    </>
  );
}
