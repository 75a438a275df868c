import Link from "next/link";
import { type OwnPages, Pager } from "#components/shares/pager.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { cn } from "#lib/cn.ts";
import { sayDate } from "#lib/day.ts";
import type { LedgerLine, LedgerPage } from "#lib/scores/ledger/schemas.ts";

const figures = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 4, signDisplay: "exceptZero" });

/** Points, and the reason for each in words. */
export function Ledger({ page, pages, slug }: { page: LedgerPage; pages: OwnPages; slug: string }) {
  return (
    <section aria-labelledby="points" className="grid gap-4">
      <div>
        <h2 id="points" className="text-2xl">
          Your points, and why
        </h2>
        <p className="text-sm text-quiet">
          By{" "}
          <Link href={`/methodology/${slug}`} className="text-accent underline underline-offset-4">
            published rules
          </Link>
          . Each day opens to what happened.
        </p>
      </div>
      {page.lines.length === 0 ? (
        <EmptyState title="No points yet" className="py-8">
          They come with your first share.
        </EmptyState>
      ) : (
        <ol className="border-y border-line">
          {page.lines.map((line, index) => (
            <Line
              key={`${line.day} ${line.rule} ${line.reason}`}
              line={line}
              isFirstOfDay={line.day !== page.lines[index - 1]?.day}
            />
          ))}
        </ol>
      )}
      <Pager of="points" pages={pages} hasMore={page.hasMore} />
    </section>
  );
}

/** The day stands beside its first line only; a screen reader hears it each time. */
function Line({ line, isFirstOfDay }: { line: LedgerLine; isFirstOfDay: boolean }) {
  return (
    <li
      className="grid grid-cols-[1fr_auto] gap-x-4 border-line py-2 not-first:data-first:border-t sm:grid-cols-[7.5rem_1fr_auto]"
      data-first={isFirstOfDay || undefined}
    >
      {isFirstOfDay ? (
        <Link
          href={`/me/points/${line.day}`}
          className="justify-self-start text-sm leading-6 text-quiet underline decoration-edge decoration-1 underline-offset-4 hover:text-ink max-sm:col-span-2"
        >
          <time dateTime={line.day}>{sayDate(line.day)}</time>
        </Link>
      ) : (
        <time dateTime={line.day} className="max-sm:sr-only sm:opacity-0">
          {sayDate(line.day)}
        </time>
      )}
      <span className={cn("min-w-0", line.points === 0 && "text-quiet")}>
        {line.count > 1 ? <span className="tabular">{line.count} × </span> : null}
        {line.reason}
      </span>
      <span className={cn("tabular font-medium", line.points === 0 && "font-normal text-quiet")}>
        {figures.format(line.points)}
        <span className="sr-only"> points</span>
      </span>
    </li>
  );
}
