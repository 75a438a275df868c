import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { buttonClasses } from "#components/ui/button.tsx";
import type { Verification as Result } from "#lib/scores/verify/queries.ts";

const figures = new Intl.NumberFormat("en-GB");
const mostShown = 50;

/** The ledger replayed from nothing, as `npm run scores:verify` does it. */
export function Verification({ result }: { result: Result | null }) {
  return (
    <section aria-labelledby="verify" className="grid gap-4">
      <h2 id="verify" className="text-2xl leading-tight">
        Does it add up?
      </h2>
      <p className="max-w-measure text-quiet">
        Every fact is scored again from nothing, and every entry, hash and total is compared with what is
        stored.
        <code className="ml-1 text-sm">npm run scores:verify</code> does the same.
      </p>
      {result ? <Outcome result={result} /> : null}
      <Link
        href="/admin/scores?verify=1#verify"
        prefetch={false}
        className={buttonClasses("secondary", "md", "justify-self-start")}
      >
        {result ? "Replay again" : "Replay everything now"}
      </Link>
    </section>
  );
}

function Outcome({ result: { facts, entries, hash, differences } }: { result: Result }) {
  return (
    <div role="status" className="grid gap-3">
      <p className="flex flex-wrap items-center gap-3">
        <Badge tone={differences.length === 0 ? "accent" : "plain"}>
          {differences.length === 0 ? "adds up" : `${figures.format(differences.length)} differences`}
        </Badge>
        <span>
          {figures.format(facts)} facts, {figures.format(entries)} entries.
        </span>
      </p>
      {hash ? (
        <p className="text-sm text-quiet">
          The last hash is <code className="wrap-anywhere text-ink">{hash}</code>. Write it down somewhere
          else: whoever changes history later cannot give it again.
        </p>
      ) : null}
      {differences.length > 0 ? (
        <ul className="grid gap-2 border-y border-line py-3 text-sm">
          {differences.slice(0, mostShown).map((difference) => (
            <li
              key={`${difference.kind} ${difference.which} ${difference.memberId}`}
              className="wrap-anywhere"
            >
              <strong>
                {difference.kind} {difference.which}
              </strong>
              : stored {difference.stored ?? "nothing"}, expected {difference.expected ?? "nothing"}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
