import { and, count, desc, eq, max, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import type { Day } from "#lib/day.ts";
import type { FactKind } from "../fact.ts";
import type { RuleName } from "../rule.ts";
import type { EarnedLine, LedgerDay, LedgerPage } from "./schemas.ts";

const pageSize = 20;
const dayPageSize = 50;

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
      sql`array_position(array['confirmed_share', 'own_words', 'counted_click', 'originator_credit', 'withdrawn_share'], ${scoreEntries.rule})`,
      desc(sql`4`),
    );
}

/** The member's own entries of a day as they stand in the ledger, with what each came from. */
export async function getLedgerDay(actor: MemberActor, day: Day, page: number): Promise<LedgerDay> {
  const rows = await db
    .select({
      position: scoreEntries.position,
      points: scoreEntries.points,
      isRewardable: scoreEntries.isRewardable,
      rule: sql<RuleName>`${scoreEntries.rule}`,
      ruleSet: scoreEntries.ruleSet,
      reason: scoreEntries.reason,
      occurredAt: scoreEntries.occurredAt,
      inputs: scoreEntries.inputs,
      hash: scoreEntries.hash,
      factKind: sql<FactKind>`${scoreEntries.factKind}`,
      shareId: shares.id,
    })
    .from(scoreEntries)
    .leftJoin(
      shares,
      and(
        eq(shares.organizationId, scoreEntries.organizationId),
        eq(shares.id, scoreEntries.shareId),
        eq(shares.memberId, scoreEntries.memberId),
      ),
    )
    .where(
      and(
        eq(scoreEntries.organizationId, actor.organizationId),
        eq(scoreEntries.memberId, actor.memberId),
        eq(scoreEntries.day, day),
      ),
    )
    .orderBy(scoreEntries.position)
    .limit(dayPageSize + 1)
    .offset((page - 1) * dayPageSize);
  const entries = rows
    .slice(0, dayPageSize)
    .map((row) => ({ ...row, occurredAt: row.occurredAt.toISOString() }));
  return { day, entries, hasMore: rows.length > dayPageSize };
}
