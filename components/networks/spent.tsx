import { sayDollars } from "#lib/networks/settings/dollars.ts";

type SpentProps = { name: string; micros: number; capMicros: number | null };

/** How much of a month's money is gone. */
export function Spent({ name, micros, capMicros }: SpentProps) {
  const isFull = capMicros !== null && micros >= capMicros;
  return (
    <div className="grid gap-1.5">
      <p className="tabular flex flex-wrap items-baseline justify-between gap-x-4 text-sm leading-5">
        <span>{name}</span>
        <span>
          <span className="font-medium">{sayDollars(micros)}</span>
          <span className="text-quiet">
            {" "}
            {capMicros === null ? "no limit set" : `of ${sayDollars(capMicros)}`}
          </span>
        </span>
      </p>
      {capMicros === null ? null : (
        <div aria-hidden className="h-1.5 overflow-hidden rounded-full bg-wash forced-colors:border">
          <div
            className={isFull ? "h-full bg-danger" : "h-full bg-ink"}
            style={{ width: `${percentOf(micros, capMicros)}%` }}
          />
        </div>
      )}
      {isFull ? (
        <p className="text-sm leading-5 text-danger">
          The month’s limit is reached. It starts anew on the first, UTC.
        </p>
      ) : null}
    </div>
  );
}

const percentOf = (micros: number, capMicros: number): number =>
  capMicros === 0 ? 100 : Math.min(100, Math.round((micros / capMicros) * 100));
