import { and, count, desc, eq, max, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import type { RuleName } from "../rule.ts";
import type { EarnedLine, LedgerPage } from "./schemas.ts";

const pageSize = 20;

/** The member's own points and why they were given, latest first. */
export async function listLedger(actor: MemberActor, page: number): Promise<LedgerPage> {
  const lines = await db
    .select({
      day: scoreEntries.day,
      rule: sql<RuleName>`${scoreEntries.rule}`,
      reason: scoreEntries.reason,
      count: count(),
      points: sql<number>`sum(${scoreEntries.points})`.mapWith(Number),
    })
    .from(scoreEntries)
    .where(
      and(eq(scoreEntries.organizationId, actor.organizationId), eq(scoreEntries.memberId, actor.memberId)),
    )
    .groupBy(scoreEntries.day, scoreEntries.rule, scoreEntries.storyId, scoreEntries.reason)
    .orderBy(desc(scoreEntries.day), desc(max(scoreEntries.occurredAt)), scoreEntries.reason)
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize);
  return { lines: lines.slice(0, pageSize), hasMore: lines.length > pageSize };
}

/** What a share has earned the member so far: for itself first, then for its clicks. */
export async function listEarnedLines(actor: MemberActor, shareId: string): Promise<EarnedLine[]> {
  return db
    .select({
      rule: sql<RuleName>`${scoreEntries.rule}`,
      reason: scoreEntries.reason,
      count: count(),
      points: sql<number>`sum(${scoreEntries.points})`.mapWith(Number),
    })
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.organizationId, actor.organizationId),
        eq(scoreEntries.shareId, shareId),
        eq(scoreEntries.memberId, actor.memberId),
      ),
    )
    .groupBy(scoreEntries.rule, scoreEntries.reason)
    .orderBy(
      sql`array_position(array['confirmed_share', 'own_words', 'counted_click'], ${scoreEntries.rule})`,
      desc(sql`4`),
    );
}
