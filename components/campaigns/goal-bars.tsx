import { Badge } from "#components/ui/badge.tsx";
import { sayFormula } from "#lib/campaigns/pace.ts";
import type { Goal } from "#lib/campaigns/report/schemas.ts";
import { cn } from "#lib/cn.ts";

const whole = new Intl.NumberFormat("en-GB");

/** What came of a campaign beside what it hopes for, each number with how it is known. */
export function GoalBars({ goals, endsOn }: { goals: Goal[]; endsOn?: string | undefined }) {
  return (
    <ul className="grid gap-x-10 gap-y-8 sm:grid-cols-3">
      {goals.map((goal) => (
        <li key={goal.what} className="grid content-start gap-2.5 break-inside-avoid">
          <p className="flex flex-wrap items-center gap-2 text-sm font-medium">
            {goal.what} <Badge tone={goal.grade}>{goal.grade}</Badge>
          </p>
          <Done goal={goal} />
          {goal.goal > 0 && goal.done !== null ? <Bar goal={goal} done={goal.done} /> : null}
          {goal.pace ? (
            <p className="text-sm leading-5 text-quiet">
              At this pace about{" "}
              <span className="tabular font-medium text-ink">{whole.format(goal.pace.expected)}</span>
              {endsOn ? ` by ${endsOn}` : " by its last day"}. <Badge tone="modelled">modelled</Badge>
              <span className="tabular mt-1 block text-xs">{sayFormula(goal.pace)}</span>
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Done({ goal: { done, goal } }: { goal: Goal }) {
  if (done === null)
    return (
      <p className="text-quiet">
        {goal > 0 ? `Of ${whole.format(goal)}. ` : ""}Shown once five people have taken part.
      </p>
    );
  return (
    <p className="flex flex-wrap items-baseline gap-x-2">
      <span className="tabular font-serif text-5xl leading-none">{whole.format(done)}</span>
      {goal > 0 ? <span className="tabular text-quiet">of {whole.format(goal)}</span> : null}
    </p>
  );
}

function Bar({ goal: { what, grade, goal }, done }: { goal: Goal; done: number }) {
  const part = done / goal;
  return (
    <div
      role="img"
      aria-label={`${what}: ${sayPart(part)} of the goal`}
      className="h-2 overflow-hidden rounded-full bg-wash forced-color-adjust-none print:border print:border-line"
    >
      <div
        className={cn("h-full rounded-full", grade === "measured" ? "bg-measured" : "bg-attested")}
        style={{ width: `${Math.min(part, 1) * 100}%` }}
      />
    </div>
  );
}

/** A goal that is nearly met is not met. */
const sayPart = (part: number): string =>
  `${part < 1 ? Math.min(Math.round(part * 100), 99) : Math.round(part * 100)}%`;
