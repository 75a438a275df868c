import { paceOf } from "./pace.ts";
import type { Totals } from "./progress/schemas.ts";
import type { Goal } from "./report/schemas.ts";
import type { Goals } from "./schemas.ts";

/** What a campaign hopes for beside what came of it. People do not come at a pace: most take part once. */
export function goalsOf(
  { goalShares, goalClicks, goalParticipants }: Goals,
  { clicks, taking }: Totals,
  days: { begun: number; total: number } | null,
): Goal[] {
  const pace = (done: number | null) => (days && done !== null ? paceOf(done, days) : null);
  const shares = taking?.shares ?? null;
  return [
    { what: "Shares", grade: "attested", done: shares, goal: goalShares, pace: pace(shares) },
    { what: "Clicks", grade: "measured", done: clicks, goal: goalClicks, pace: pace(clicks) },
    {
      what: "Participants",
      grade: "attested",
      done: taking?.people ?? null,
      goal: goalParticipants,
      pace: null,
    },
  ];
}
