import type { Day } from "#lib/day.ts";
import { localTimeAt, type Place } from "#lib/week.ts";
import { sayWeekday } from "./say-weekday.ts";
import type { CalendarEntry } from "./use-drag.ts";
import type { EntryView } from "./week-grid.tsx";

type DayListProps<Entry> = {
  label: string;
  days: readonly Day[];
  places: Place<Entry>[];
  view: EntryView<Entry>;
};

/** Days as a list of what stands in them, where there is no room for columns. */
export function DayList<Entry extends CalendarEntry>({ label, days, places, view }: DayListProps<Entry>) {
  return (
    <ol aria-label={label} className="grid gap-6 lg:hidden">
      {days
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
                    data-entry={entry.id}
                    onClick={() => view.onOpen(entry.id)}
                    className={`grid w-full gap-1 rounded-md px-3 py-2.5 text-left hover:bg-wash ${view.lookOf(entry)}`}
                  >
                    {view.draw(entry, localTimeAt(day, minute).slice(11))}
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
    </ol>
  );
}
