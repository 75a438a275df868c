import type { PledgeDto } from "#lib/pledges/schemas.ts";

/** How far a promise is, with a mark where it would be if it were spread evenly. */
export function PledgeBar({ pledge: { done, asked, pace, state } }: { pledge: PledgeDto }) {
  const part = asked === 0 ? 0 : Math.min(1, done / asked);
  const mark = asked === 0 ? 0 : Math.min(1, pace / asked);
  return (
    <div className="grid gap-1.5">
      <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="h-4 w-full">
        <rect y={1} width={100} height={2} className="fill-line" />
        <rect y={1} width={part * 100} height={2} className="fill-accent" />
        {state === "open" && mark > 0 && mark < 1 ? (
          <rect x={mark * 100} width={0.25} height={4} className="fill-ink" />
        ) : null}
      </svg>
      <p className="tabular text-sm text-quiet">
        {asked === 0 ? "It rests." : `${done} of ${asked} ${asked === 1 ? "share" : "shares"}`}
        {state === "open" && pace > 0 && asked > 0 ? `, ${pace} by now if they were spread evenly` : ""}
      </p>
    </div>
  );
}
