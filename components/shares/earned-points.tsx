import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import type { EarnedLine } from "#lib/scores/ledger/schemas.ts";
import type { Share } from "#lib/shares/schemas.ts";

const figures = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4 });

/** What a share has earned, and for what. */
export function EarnedPoints({ earned, state }: { earned: EarnedLine[]; state: Share["state"] }) {
  const total = earned.reduce((sum, { points }) => sum + points, 0);
  return (
    <section aria-labelledby="earned" className="grid gap-2">
      <h2 id="earned" className="flex items-center gap-3 text-lg leading-6">
        Points <Badge>by rule</Badge>
      </h2>
      {earned.length === 0 ? (
        <p className="text-quiet">{whenNone[state] ?? "They come within moments."}</p>
      ) : (
        <dl className="tabular text-sm">
          {earned.map((line) => (
            <div key={line.reason} className="flex justify-between gap-4 border-t border-line py-1.5">
              <dt className="text-pretty text-quiet">{sayLine(line)}</dt>
              <dd>{figures.format(line.points)}</dd>
            </div>
          ))}
          <div className="flex justify-between gap-4 border-t border-edge/60 py-1.5 font-medium">
            <dt>Together</dt>
            <dd>{figures.format(total)}</dd>
          </div>
        </dl>
      )}
      <Link href="/me#points" className="justify-self-start text-sm text-accent underline underline-offset-4">
        All your points, and why
      </Link>
    </section>
  );
}

const whenNone: Partial<Record<Share["state"], string>> = {
  intended: "They come once you say that it went out.",
  withdrawn: "None, because you took it back.",
};

/** Why a share earned nothing is said in full. */
function sayLine({ rule, count, points, reason }: EarnedLine): string {
  const clicks = count === 1 ? "click" : "clicks";
  if (rule === "counted_click")
    return points > 0 ? `For ${count} ${clicks}` : `For ${count} more ${clicks}, past the most for one share`;
  if (points === 0) return reason;
  if (rule === "withdrawn_share") return "Given back, as you took it down";
  return rule === "confirmed_share"
    ? "For sharing it"
    : rule === "own_words"
      ? "For your own words"
      : "For the idea";
}
