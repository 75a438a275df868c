import Link from "next/link";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Paging } from "#components/ui/paging.tsx";
import { sayDate } from "#lib/day.ts";
import { toLocalTime } from "#lib/local-time.ts";
import type { LedgerDay as Dto, LedgerEntry } from "#lib/scores/ledger/schemas.ts";

const figures = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4, signDisplay: "exceptZero" });

type LedgerDayProps = { ledger: Dto; page: number; organization: { slug: string; timeZone: string } };

/** A day's entries one by one: what happened, what the rule read, and where it stands in the chain. */
export function LedgerDay({ ledger: { day, entries, hasMore }, page, organization }: LedgerDayProps) {
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <div className="grid gap-2">
        <Link
          href="/me#points"
          className="justify-self-start text-sm text-accent underline underline-offset-4"
        >
          All your points
        </Link>
        <h1 className="text-4xl leading-tight">Your points of {sayDate(day)}</h1>
        <p className="max-w-measure text-quiet">
          Each line is an entry of the ledger, as it was written then. It follows from what happened and from{" "}
          <Link
            href={`/methodology/${organization.slug}`}
            className="text-accent underline underline-offset-4"
          >
            the rules
          </Link>{" "}
          in force on that day, and is never changed.
        </p>
      </div>
      {entries.length === 0 ? (
        <EmptyState title="No points on this day" />
      ) : (
        <ol className="border-t border-line">
          {entries.map((entry) => (
            <Entry key={entry.position} entry={entry} timeZone={organization.timeZone} />
          ))}
        </ol>
      )}
      <Paging
        page={page}
        pageCount={hasMore ? page + 1 : page}
        hrefOf={(next) => `/me/points/${day}?page=${next}`}
      />
    </div>
  );
}

function Entry({ entry, timeZone }: { entry: LedgerEntry; timeZone: string }) {
  const { position, points, reason, occurredAt, rule, ruleSet, inputs, hash, shareId, isRewardable } = entry;
  return (
    <li className="border-b border-line py-4">
      <details>
        <summary className="grid cursor-pointer grid-cols-[minmax(0,1fr)_auto] gap-x-4">
          <span className="wrap-anywhere">{reason}</span>
          <span className="tabular text-lg font-medium">{figures.format(points)}</span>
          <span className="col-span-2 text-sm text-quiet">
            {toLocalTime(new Date(occurredAt), timeZone).slice(11)}
          </span>
        </summary>
        <dl className="mt-3 grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
          <dt className="text-quiet">What happened</dt>
          <dd>
            {shareId ? (
              <Link href={`/shares/${shareId}`} className="text-accent underline underline-offset-4">
                {happenings[entry.factKind]}
              </Link>
            ) : (
              happenings[entry.factKind]
            )}
          </dd>
          <dt className="text-quiet">Rule</dt>
          <dd>
            {rule.replaceAll("_", " ")}, version {ruleSet}{" "}
            {isRewardable ? null : <Badge>never rewarded</Badge>}
          </dd>
          {Object.entries(inputs).map(([name, value]) => (
            <Input key={name} name={name} value={value} />
          ))}
          <dt className="text-quiet">Entry</dt>
          <dd className="tabular">{position}</dd>
          <dt className="text-quiet">Hash</dt>
          <dd className="font-mono text-xs leading-5 wrap-anywhere">{hash}</dd>
        </dl>
      </details>
    </li>
  );
}

/** `scoredThatDay` is “scored that day”. */
function Input({ name, value }: { name: string; value: unknown }) {
  return (
    <>
      <dt className="text-quiet first-letter:uppercase">
        {name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}
      </dt>
      <dd className="wrap-anywhere">{typeof value === "boolean" ? (value ? "yes" : "no") : String(value)}</dd>
    </>
  );
}

const happenings: Record<LedgerEntry["factKind"], string> = {
  share: "A share that went out",
  click: "A counted click",
  story: "An approved suggestion",
  withdrawal: "A share that was taken back",
  pledge: "A promise that was kept",
  correction: "A correction",
};
