import { and, eq, gte, inArray, isNotNull } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { networkCharges } from "#db/schema/costs.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { releaseCharge, reserveCharge } from "#lib/networks/costs/mutations.ts";
import type { NetworkId } from "#lib/networks/network.ts";

type Wanted = {
  network: NetworkId;
  connectionId: string;
  /** Shares whose posts are read. */
  posts: string[];
  /** Whether the account's followers are read. */
  followers: boolean;
};

/** What is charged for a reading, by what it is for. */
export type Reading = { connectionId: string; charges: Map<string, string> };

/**
 * Charges a reading before it leaves: all of it, or `over_budget` and nothing. What was read once on a day of UTC is billed
 * no second time that day (https://docs.x.com/x-api/getting-started/pricing).
 */
export async function reserveReading(actor: Actor, wanted: Wanted): Promise<Reading | "over_budget"> {
  const { network, connectionId, posts, followers } = wanted;
  const subjects = [
    ...posts.map((id) => ({ kind: "post_read" as const, id })),
    ...(followers ? [{ kind: "account_read" as const, id: connectionId }] : []),
  ];
  try {
    return await db.transaction(async (tx) => {
      const charges = new Map<string, string>();
      const paid = await listPaidToday(
        tx,
        actor,
        subjects.map(({ id }) => id),
      );
      for (const { kind, id } of subjects) {
        if (paid.has(id)) continue;
        const reserved = await reserveCharge(tx, actor, { network, kind, subjectId: id });
        if (reserved.kind === "over_cap") throw new OverBudget();
        if (reserved.chargeId) charges.set(id, reserved.chargeId);
      }
      return { connectionId, charges };
    });
  } catch (error) {
    if (error instanceof OverBudget) return "over_budget";
    throw error;
  }
}

/** Takes back what was charged for what the network did not return: it bills no more than that. */
export async function settleReading(
  actor: Actor,
  { connectionId, charges }: Reading,
  read: { posts: string[]; followers: boolean },
): Promise<void> {
  const billed = new Set([...read.posts, ...(read.followers ? [connectionId] : [])]);
  const unbilled = [...charges].filter(([id]) => !billed.has(id));
  if (unbilled.length === 0) return;
  await db.transaction(async (tx) => {
    for (const [, chargeId] of unbilled) await releaseCharge(tx, actor, chargeId);
  });
}

/** Rolls back what was reserved before the budget was reached. */
class OverBudget extends Error {}

async function listPaidToday(tx: Transaction, actor: Actor, subjectIds: string[]): Promise<Set<string>> {
  if (subjectIds.length === 0) return new Set();
  const today = new Date(`${clock.now().toISOString().slice(0, 10)}T00:00:00Z`);
  const rows = await tx
    .select({ subjectId: networkCharges.subjectId })
    .from(networkCharges)
    .where(
      and(
        eq(networkCharges.organizationId, actor.organizationId),
        inArray(networkCharges.kind, ["post_read", "account_read"]),
        isNotNull(networkCharges.subjectId),
        inArray(networkCharges.subjectId, subjectIds),
        gte(networkCharges.chargedAt, today),
      ),
    );
  return new Set(rows.flatMap(({ subjectId }) => subjectId ?? []));
}
