import { cn } from "#lib/cn.ts";
import { atPlace, axisTicks, type Column, namedPlaces, percent, type Unit } from "./axis.ts";
import { ColumnPicker } from "./column-picker.tsx";

type ColumnChartProps = {
  columns: Column[];
  unit: Unit;
  /** What the chart shows, in words: a screen reader hears this. */
  label: string;
  /** What one column is: "day". */
  step: string;
};

const whole = new Intl.NumberFormat("en-GB");

/** Columns from zero, in the colour of measured numbers. Drawn on the server: only pointing at one needs scripts. */
export function ColumnChart({ columns, unit, label, step }: ColumnChartProps) {
  const ticks = axisTicks(Math.max(...columns.map(({ value }) => value), 0));
  const top = ticks.at(-1) ?? 1;
  return (
    <div className="tabular grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 gap-y-1.5 text-xs leading-4 text-quiet">
      <Scale ticks={ticks} unit={unit} />
      <div className="relative h-44">
        <div role="img" aria-label={label} className="absolute inset-0">
          {ticks.map((tick) => (
            <div
              key={tick}
              className="absolute inset-x-0 border-t border-line first:border-edge/60"
              style={{ bottom: percent(tick / top) }}
            />
          ))}
          <div className="absolute inset-0 flex items-end">
            {columns.map((column) => (
              <div key={column.key} className="flex h-full min-w-0 flex-1 items-end justify-center">
                <div
                  className="w-4/5 max-w-12 rounded-t-[2px] bg-measured forced-color-adjust-none"
                  style={{ height: percent(column.value / top), minHeight: column.value > 0 ? 2 : 0 }}
                />
              </div>
            ))}
          </div>
        </div>
        <ColumnPicker columns={columns} unit={unit} step={step} />
      </div>
      <Marks columns={columns} />
    </div>
  );
}

/** The unit stands on the top line; its figures keep the width of the longest. */
function Scale({ ticks, unit }: { ticks: number[]; unit: Unit }) {
  const top = ticks.at(-1) ?? 1;
  return (
    <>
      <p aria-hidden className="col-span-2 mb-1">
        {unit.many}
      </p>
      <div aria-hidden className="relative text-right">
        <span className="invisible">{whole.format(top)}</span>
        {ticks.map((tick) => (
          <span
            key={tick}
            className="absolute right-0 translate-y-1/2"
            style={{ bottom: percent(tick / top) }}
          >
            {whole.format(tick)}
          </span>
        ))}
      </div>
    </>
  );
}

/** Names below a few columns; a phone has room for every second one, back from the last. */
function Marks({ columns }: { columns: Column[] }) {
  const places = namedPlaces(columns.length);
  const named = columns.flatMap((column, place) => (places.includes(place) ? [{ ...column, place }] : []));
  return (
    <div aria-hidden className="relative col-start-2 h-4">
      {named.map(({ key, mark, place }, index) => (
        <span
          key={key}
          className={cn("absolute whitespace-nowrap", (named.length - index) % 2 === 0 && "max-sm:hidden")}
          style={atPlace(place, columns.length, mark.length)}
        >
          {mark}
        </span>
      ))}
    </div>
  );
}
