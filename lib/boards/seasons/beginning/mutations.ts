import { and, between, desc, eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { seasons } from "#db/schema/boards.ts";
import { scoreDays } from "#db/schema/scores.ts";
import { clock } from "#lib/clock.ts";
import { addDays, type Day } from "#lib/day.ts";
import { type NewSeason, seasonAround } from "../season.ts";

type Beginning = { today: Day; months: number; isFirst: boolean };

/**
 * Begins a season when none runs: the calendar's, from the day after the last one's end. An organization that has points from the
 * season before its first gets that one, too, to close.
 */
export async function beginSeasons(
  tx: Executor,
  organizationId: string,
  { today, months, isFirst }: Beginning,
): Promise<void> {
  const [last] = await tx
    .select({ endsOn: seasons.endsOn })
    .from(seasons)
    .where(eq(seasons.organizationId, organizationId))
    .orderBy(desc(seasons.endsOn))
    .limit(1);
  if (last && last.endsOn >= today) return;

  const running = seasonAround(today, months);
  const before = seasonAround(addDays(running.startsOn, -1), months);
  const begun = [
    ...(isFirst && !last && (await hadPoints(tx, organizationId, before)) ? [before] : []),
    {
      ...running,
      startsOn: last && last.endsOn >= running.startsOn ? addDays(last.endsOn, 1) : running.startsOn,
    },
  ];
  await tx
    .insert(seasons)
    .values(begun.map((season) => ({ organizationId, ...season, createdAt: clock.now() })))
    .onConflictDoNothing();
}

async function hadPoints(
  tx: Executor,
  organizationId: string,
  { startsOn, endsOn }: NewSeason,
): Promise<boolean> {
  const some = await tx
    .select({ day: scoreDays.day })
    .from(scoreDays)
    .where(and(eq(scoreDays.organizationId, organizationId), between(scoreDays.day, startsOn, endsOn)))
    .limit(1);
  return some.length > 0;
}
