import Link from "next/link";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { cn } from "#lib/cn.ts";
import { sayDate } from "#lib/day.ts";
import type { WhatIf, WhatIfFilters, WhatIfRow } from "#lib/scores/what-if/schemas.ts";

const figures = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });
const signed = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1, signDisplay: "exceptZero" });

/** Who would rise and who would fall, had the draft been in force. */
export function WhatIfTable({ whatIf, filters }: { whatIf: WhatIf; filters: WhatIfFilters }) {
  const { from, to, facts, before, after, rows, people, unchanged } = whatIf;
  return (
    <div className="grid gap-5">
      <nav aria-label="Period">
        <ul className="flex w-fit rounded-md border border-line bg-raised p-0.5">
          {["30", "60", "90"].map((days) => (
            <li key={days}>
              <Link
                href={`?days=${days}#what-if`}
                scroll={false}
                aria-current={days === filters.days ? "page" : undefined}
                className={cn(
                  "flex h-8 items-center rounded-sm px-3 text-sm font-medium",
                  days === filters.days ? "bg-ink text-page" : "text-quiet hover:text-ink",
                )}
              >
                {days} days
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p className="max-w-measure">
        From {sayDate(from)} to {sayDate(to)}, {figures.format(facts)} facts were scored again. All together
        would have {figures.format(after)} points instead of {figures.format(before)}.{" "}
        {figures.format(unchanged)} of {figures.format(people)} people on the boards keep their points and
        their place.
      </p>
      {rows.length === 0 ? (
        <EmptyState title="Nobody rises and nobody falls" className="py-8" />
      ) : (
        <table className="tabular w-full border-collapse text-left">
          <caption className="sr-only">Points and places under the draft</caption>
          <thead>
            <tr className="border-b border-line text-sm text-quiet">
              <th scope="col" className="py-2 font-medium">
                Name
              </th>
              <th scope="col" className="py-2 text-right font-medium">
                Points now
              </th>
              <th scope="col" className="py-2 text-right font-medium">
                Then
              </th>
              <th scope="col" className="py-2 text-right font-medium">
                Place
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.key} row={row} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

function Row({ row }: { row: WhatIfRow }) {
  const { name, before, after, rankBefore, rankAfter } = row;
  const moved = rankBefore && rankAfter ? rankBefore - rankAfter : 0;
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-2 pr-3 font-normal wrap-anywhere">
        {name}
      </th>
      <td className="py-2 text-right">{figures.format(before)}</td>
      <td className="py-2 pl-3 text-right">
        {figures.format(after)} <span className="text-sm text-quiet">({signed.format(after - before)})</span>
      </td>
      <td className="py-2 pl-3 text-right">
        {rankBefore ?? "–"} → {rankAfter ?? "–"}
        <span className="sr-only">
          {moved > 0 ? `, rises ${moved}` : moved < 0 ? `, falls ${-moved}` : ""}
        </span>
      </td>
    </tr>
  );
}
