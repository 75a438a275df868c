import type { Day } from "#lib/day.ts";
import type { ScheduledShare } from "#lib/shares/schedule/schemas.ts";
import { daysOfWeek, localTimeAt, type Place } from "#lib/shares/schedule/week.ts";
import { EntryCard, lookOf } from "./entry-card.tsx";
import { sayWeekday } from "./say-weekday.ts";

type DayListProps = { monday: Day; places: Place<ScheduledShare>[]; onOpen: (id: string) => void };

/** The week as a list, where there is no room for columns. */
export function DayList({ monday, places, onOpen }: DayListProps) {
  return (
    <ol aria-label="The week" className="grid gap-6 lg:hidden">
      {daysOfWeek(monday)
        .map((day) => ({ day, ofDay: places.filter((place) => place.day === day) }))
        .filter(({ ofDay }) => ofDay.length > 0)
        .map(({ day, ofDay }) => (
          <li key={day} className="grid gap-2">
            <h2 className="text-lg leading-6">{sayWeekday(day, "long")}</h2>
            <ul className="grid gap-2">
              {ofDay.map(({ entry, minute }) => (
                <li key={entry.id}>
                  <button
                    type="button"
                    data-share={entry.id}
                    onClick={() => onOpen(entry.id)}
                    className={`grid w-full gap-1 rounded-md px-3 py-2.5 text-left hover:bg-wash ${lookOf(entry)}`}
                  >
                    <EntryCard entry={entry} time={localTimeAt(day, minute).slice(11)} />
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
    </ol>
  );
}
