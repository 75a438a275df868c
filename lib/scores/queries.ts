import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { scoreDays } from "#db/schema/scores.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { addDays, type Day } from "#lib/day.ts";

/** The member's own points: of the thirty days up to `today`, and of all time. */
export async function getOwnPoints(
  actor: MemberActor,
  today: Day,
): Promise<{ month: number; allTime: number }> {
  const isRecent = sql`${scoreDays.day} > ${addDays(today, -30)}`;
  const [points] = await db
    .select({
      month: sql<number>`coalesce(sum(${scoreDays.points}) filter (where ${isRecent}), 0)`.mapWith(Number),
      allTime: sql<number>`coalesce(sum(${scoreDays.points}), 0)`.mapWith(Number),
    })
    .from(scoreDays)
    .where(and(eq(scoreDays.organizationId, actor.organizationId), eq(scoreDays.memberId, actor.memberId)));
  return points ?? { month: 0, allTime: 0 };
}
