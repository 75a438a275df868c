import type { SeasonRow } from "#lib/boards/seasons/schemas.ts";
import { cn } from "#lib/cn.ts";

const figures = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

type ResultTableProps = { caption: string; rows: SeasonRow[]; own: SeasonRow | null };

/** Places of a closed season. */
export function ResultTable({ caption, rows, own }: ResultTableProps) {
  const isTold = rows.some(({ rewardPoints }) => rewardPoints !== null);
  return (
    <table className="tabular w-full table-fixed border-collapse text-left">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr className="border-b border-line text-sm text-quiet">
          <th scope="col" className="w-14 py-2 pl-3 font-medium">
            <span aria-hidden>#</span>
            <span className="sr-only">Rank</span>
          </th>
          <th scope="col" className="py-2 pr-2 font-medium">
            Name
          </th>
          <th scope="col" className="w-24 py-2 pr-3 text-right font-medium">
            Points
          </th>
          {isTold ? (
            <th scope="col" className="w-24 py-2 pr-3 text-right font-medium sm:w-32">
              <span title="Points that a reward may be given for. Admins alone see this.">For rewards</span>
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <ResultRow key={row.key} row={row} isTold={isTold} />
        ))}
      </tbody>
      {own ? (
        <tfoot>
          <ResultRow row={own} isTold={isTold} />
        </tfoot>
      ) : null}
    </table>
  );
}

function ResultRow({ row, isTold }: { row: SeasonRow; isTold: boolean }) {
  const { rank, name, detail, points, isOwn, rewardPoints } = row;
  return (
    <tr
      aria-current={isOwn ? "true" : undefined}
      className={cn("border-b border-line", isOwn && "bg-raised shadow-[inset_3px_0_0_var(--accent)]")}
    >
      <td className="py-2.5 pl-3 font-serif text-lg">{rank}</td>
      <th scope="row" className="py-2.5 pr-2 font-normal">
        <span className="line-clamp-2 leading-5 font-medium">{name}</span>
        {detail ? <span className="block truncate text-sm leading-5 text-quiet">{detail}</span> : null}
      </th>
      <td className="py-2.5 pr-3 text-right font-medium">{figures.format(points)}</td>
      {isTold ? (
        <td className="py-2.5 pr-3 text-right">
          {rewardPoints === null ? "" : figures.format(rewardPoints)}
        </td>
      ) : null}
    </tr>
  );
}
