import { and, eq, gt, inArray, lte, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { scoreDays } from "#db/schema/scores.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { addDays, type Day } from "#lib/day.ts";

export const weekCount = 12;

/** Points in each of the last twelve weeks, oldest first; the last one ends today. */
export type Weeks = number[];
export const noWeeks: Weeks = Array<number>(weekCount).fill(0);

/** Of some members, by member; who has none is left out. */
export async function readWeeks(
  actor: MemberActor,
  memberIds: readonly string[],
  today: Day,
): Promise<Map<string, Weeks>> {
  if (memberIds.length === 0) return new Map();
  const rows = await db
    .select({ memberId: scoreDays.memberId, week: weekOf(today), points: pointsOfWeek })
    .from(scoreDays)
    .where(and(isDrawn(actor, today), inArray(scoreDays.memberId, [...memberIds])))
    .groupBy(scoreDays.memberId, sql`2`);
  const byMember = new Map<string, Weeks>();
  for (const { memberId, week, points } of rows)
    byMember.set(memberId, (byMember.get(memberId) ?? noWeeks).with(week, tenths(points)));
  return byMember;
}

export type TeamWeeks = ReadonlyMap<string, { all: Weeks; named: Weeks }>;

// One pass over twelve weeks of everybody, for lines that are a finger's breadth wide: a minute late they look the same.
const rememberedMs = 60_000;
const mostRemembered = 200;
const remembered = new Map<string, { until: number; weeks: Promise<TeamWeeks> }>();

/** The sums of teams by team: of all active members, and of those who show their name. Up to a minute old. */
export async function readTeamWeeks(actor: MemberActor, today: Day): Promise<TeamWeeks> {
  const key = `${actor.organizationId} ${today}`;
  const known = remembered.get(key);
  const now = clock.now().getTime();
  if (known && now < known.until) return known.weeks;
  if (remembered.size >= mostRemembered) remembered.clear();
  const weeks = sumTeamWeeks(actor, today);
  remembered.set(key, { until: now + rememberedMs, weeks });
  weeks.catch(() => remembered.delete(key));
  return weeks;
}

async function sumTeamWeeks(actor: MemberActor, today: Day): Promise<TeamWeeks> {
  const rows = await db
    .select({
      teamId: sql<string>`${members.teamId}`,
      isNamed: sql<boolean>`${members.boardName} = 'name'`,
      week: weekOf(today),
      points: pointsOfWeek,
    })
    .from(scoreDays)
    .innerJoin(
      members,
      and(eq(members.organizationId, scoreDays.organizationId), eq(members.id, scoreDays.memberId)),
    )
    .where(
      and(
        isDrawn(actor, today),
        sql`${members.teamId} is not null and ${members.joinedAt} is not null and ${members.suspendedAt} is null`,
      ),
    )
    .groupBy(members.teamId, sql`2`, sql`3`);
  const byTeam = new Map<string, { all: Weeks; named: Weeks }>();
  for (const { teamId, isNamed, week, points } of rows) {
    const { all, named } = byTeam.get(teamId) ?? { all: noWeeks, named: noWeeks };
    byTeam.set(teamId, { all: add(all, week, points), named: isNamed ? add(named, week, points) : named });
  }
  return byTeam;
}

const isDrawn = ({ organizationId }: MemberActor, today: Day) =>
  and(
    eq(scoreDays.organizationId, organizationId),
    gt(scoreDays.day, addDays(today, -7 * weekCount)),
    lte(scoreDays.day, today),
  );

/** Which of the weeks a day is in, 0 for the oldest. */
const weekOf = (today: Day): SQL<number> =>
  sql<number>`${weekCount - 1} - (${today}::date - ${scoreDays.day}) / 7`.mapWith(Number);

const pointsOfWeek = sql<number>`sum(${scoreDays.points})`.mapWith(Number);

const add = (weeks: Weeks, week: number, points: number): Weeks =>
  weeks.with(week, tenths((weeks[week] ?? 0) + points));
const tenths = (points: number): number => Math.round(points * 10) / 10;
