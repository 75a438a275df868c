import { Avatar } from "#components/ui/avatar.tsx";
import type { BoardRow } from "#lib/boards/schemas.ts";

const figures = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

/** Those in the first three places; equals share theirs. */
export function Podium({ rows }: { rows: BoardRow[] }) {
  return (
    <ol className="grid gap-4 sm:grid-cols-3">
      {rows.slice(0, 6).map(({ key, rank, name, detail, points, isAlias }) => (
        <li key={key} className="grid content-start gap-3 border-t-2 border-accent pt-4">
          <span className="font-serif text-4xl leading-none">{rank}</span>
          <span className="flex items-center gap-3">
            {isAlias ? null : <Avatar name={name} />}
            <span className="min-w-0">
              <span className="line-clamp-2 leading-5 font-medium">{name}</span>
              {detail ? <span className="block truncate text-sm text-quiet">{detail}</span> : null}
            </span>
          </span>
          <span className="tabular text-sm text-quiet">{figures.format(points)} points</span>
        </li>
      ))}
    </ol>
  );
}
