import { and, eq, isNotNull, or, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { scoreCorrections, scoreFacts } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";
import type { Difference } from "../replay.ts";

/** Facts that are not what the shares and corrections say, and shares that should have one and do not. */
export async function findWrongSources(tx: Executor, organizationId: string): Promise<Difference[]> {
  return [
    ...(await findWrongShares(tx, organizationId)),
    ...(await findMissingShares(tx, organizationId)),
    ...(await findWrongCorrections(tx, organizationId)),
  ];
}

async function findWrongShares(tx: Executor, organizationId: string): Promise<Difference[]> {
  const wrong = await tx
    .select({ memberId: scoreFacts.memberId, position: scoreFacts.position })
    .from(scoreFacts)
    .leftJoin(
      shares,
      and(
        eq(shares.organizationId, scoreFacts.organizationId),
        eq(shares.id, scoreFacts.factId),
        eq(shares.memberId, scoreFacts.memberId),
        eq(shares.storyId, scoreFacts.storyId),
        isNotNull(shares.confirmedAt),
        or(sql`${scoreFacts.kind} <> 'share'`, eq(shares.confirmedAt, scoreFacts.occurredAt)),
        or(sql`${scoreFacts.kind} <> 'withdrawal'`, eq(shares.withdrawnAt, scoreFacts.occurredAt)),
        sql`${shares.network}::text = ${scoreFacts.data}->>'network'`,
      ),
    )
    .where(
      and(
        eq(scoreFacts.organizationId, organizationId),
        sql`${scoreFacts.kind} in ('share', 'withdrawal')`,
        sql`${shares.id} is null`,
      ),
    );
  return wrong.map(({ memberId, position }) => ({
    ...{ kind: "fact", memberId, which: String(position) },
    ...{ stored: "a share", expected: "what the share says" },
  }));
}

async function findMissingShares(tx: Executor, organizationId: string): Promise<Difference[]> {
  const missing = await tx
    .select({ id: shares.id, memberId: shares.memberId })
    .from(shares)
    .leftJoin(
      scoreFacts,
      and(
        eq(scoreFacts.organizationId, shares.organizationId),
        eq(scoreFacts.kind, "share"),
        eq(scoreFacts.factId, shares.id),
      ),
    )
    .where(
      and(
        eq(shares.organizationId, organizationId),
        isNotNull(shares.confirmedAt),
        sql`${scoreFacts.factId} is null`,
      ),
    );
  return missing.map(({ id, memberId }) => ({
    ...{ kind: "fact", memberId, which: id },
    ...{ stored: null, expected: "a confirmed share" },
  }));
}

async function findWrongCorrections(tx: Executor, organizationId: string): Promise<Difference[]> {
  const wrong = await tx
    .select({ memberId: scoreFacts.memberId, position: scoreFacts.position })
    .from(scoreFacts)
    .leftJoin(
      scoreCorrections,
      and(
        eq(scoreCorrections.organizationId, scoreFacts.organizationId),
        eq(scoreCorrections.id, scoreFacts.factId),
        eq(scoreCorrections.memberId, scoreFacts.memberId),
        sql`${scoreCorrections.points} = (${scoreFacts.data}->>'points')::numeric`,
        sql`${scoreCorrections.reason} = ${scoreFacts.data}->>'reason'`,
      ),
    )
    .where(
      and(
        eq(scoreFacts.organizationId, organizationId),
        eq(scoreFacts.kind, "correction"),
        sql`${scoreCorrections.id} is null`,
      ),
    );
  return wrong.map(({ memberId, position }) => ({
    ...{ kind: "fact", memberId, which: String(position) },
    ...{ stored: "a correction", expected: "what the correction says" },
  }));
}
