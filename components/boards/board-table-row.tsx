import { VenetianMask } from "lucide-react";
import { Avatar } from "#components/ui/avatar.tsx";
import { Sparkline } from "#components/ui/sparkline.tsx";
import type { BoardFilters, BoardRow } from "#lib/boards/schemas.ts";
import { cn } from "#lib/cn.ts";
import { Movement } from "./movement.tsx";

const figures = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

type BoardTableRowProps = { row: BoardRow; view: BoardFilters["view"]; hasWeeks: boolean };

export function BoardTableRow({ row, view, hasWeeks }: BoardTableRowProps) {
  const { rank, name, detail, points, weeks, isOwn } = row;
  return (
    <tr
      aria-current={isOwn ? "true" : undefined}
      className={cn(
        "border-b border-line",
        // The viewer's own row stays in sight: under the header, or above the bar at the foot of a phone.
        isOwn &&
          "sticky top-14 bottom-0 z-10 bg-raised shadow-[inset_3px_0_0_var(--accent),0_0_0_1px_var(--line)] max-sm:bottom-14",
      )}
    >
      <td className="py-3 pl-3 align-middle">
        <span className="font-serif text-xl leading-none">{rank ?? "–"}</span>
        <Movement className="mt-1 block text-xs leading-none sm:hidden" row={row} />
      </td>
      <th scope="row" className="py-3 pr-2 align-middle font-normal">
        <span className="flex items-center gap-3">
          {view === "people" ? <Face row={row} /> : null}
          <span className="min-w-0">
            <span className="line-clamp-2 leading-5 font-medium sm:truncate">{name}</span>
            <span className="block truncate text-sm leading-5 text-quiet">
              {[isOwn ? (view === "teams" ? "Your team" : "You") : "", detail].filter(Boolean).join(" · ")}
            </span>
          </span>
        </span>
      </th>
      {hasWeeks ? (
        <td className="py-3 align-middle">
          {weeks.length > 0 ? (
            <Sparkline
              className="w-16 sm:w-24"
              values={weeks}
              label={`Points a week, the last ${weeks.length} weeks: ${weeks.map((week) => figures.format(week)).join(", ")}`}
            />
          ) : null}
        </td>
      ) : null}
      <td className="py-3 text-right align-middle text-lg font-medium max-sm:pr-3">
        {figures.format(points)}
      </td>
      <td className="py-3 pr-3 text-right align-middle max-sm:hidden">
        <Movement row={row} />
      </td>
    </tr>
  );
}

function Face({ row }: { row: BoardRow }) {
  if (!row.isAlias) return <Avatar name={row.name} className="max-sm:hidden" />;
  return (
    <span
      aria-hidden
      className="grid size-9 shrink-0 place-items-center rounded-full border border-dashed border-edge/60 text-quiet max-sm:hidden"
    >
      <VenetianMask className="size-4" strokeWidth={1.5} />
    </span>
  );
}
