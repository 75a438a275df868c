import { eq, max } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { ruleSetDrafts, ruleSets } from "#db/schema/scores.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { holdChain } from "../journal/mutations.ts";
import { canManageScores } from "../policy.ts";
import type { PublishInput, SaveDraftInput } from "./schemas.ts";

/** Keeps the rules that the organization thinks about. They act on nothing. */
export async function saveDraft(actor: MemberActor, { rules, basedOn }: SaveDraftInput): Promise<void> {
  assertCan(canManageScores(actor), "Only admins change how points are given.");
  const { organizationId, memberId: savedById } = actor;
  await db.transaction(async (tx) => {
    await assertCurrent(tx, actor, basedOn);
    const draft = { rules, basedOn, savedById, savedAt: clock.now() };
    await tx
      .insert(ruleSetDrafts)
      .values({ organizationId, ...draft })
      .onConflictDoUpdate({ target: ruleSetDrafts.organizationId, set: draft });
    await audit(tx, actor, "rule_set.draft", organizationId, { basedOn });
  });
}

export async function discardDraft(actor: MemberActor, _input: Record<string, never>): Promise<void> {
  assertCan(canManageScores(actor), "Only admins change how points are given.");
  await db.transaction(async (tx) => {
    const gone = await tx
      .delete(ruleSetDrafts)
      .where(eq(ruleSetDrafts.organizationId, actor.organizationId))
      .returning();
    if (gone.length > 0) await audit(tx, actor, "rule_set.discard", actor.organizationId);
  });
}

/** Puts the draft in force, for whatever happens from now on. @returns its version */
export async function publishDraft(actor: MemberActor, { basedOn, note }: PublishInput): Promise<number> {
  assertCan(canManageScores(actor), "Only admins change how points are given.");
  const { organizationId, memberId: publishedById } = actor;
  return db.transaction(async (tx) => {
    // No scorer is at work meanwhile: what it has scored happened before, and what it scores next is asked about again.
    await holdChain(tx, organizationId);
    await assertCurrent(tx, actor, basedOn);
    const [draft] = await tx
      .delete(ruleSetDrafts)
      .where(eq(ruleSetDrafts.organizationId, organizationId))
      .returning();
    if (!draft)
      throw new DomainError("conflict", "There is no draft any more. Somebody published or discarded it.");
    const version = basedOn + 1;
    await tx.insert(ruleSets).values({
      ...{ organizationId, version, rules: draft.rules, note, publishedById },
      publishedAt: clock.now(),
    });
    await audit(tx, actor, "rule_set.publish", organizationId, { version, note });
    return version;
  });
}

async function assertCurrent(tx: Executor, { organizationId }: MemberActor, basedOn: number): Promise<void> {
  const [latest] = await tx
    .select({ version: max(ruleSets.version) })
    .from(ruleSets)
    .where(eq(ruleSets.organizationId, organizationId));
  if ((latest?.version ?? 1) !== basedOn)
    throw new DomainError(
      "conflict",
      "Other rules were published meanwhile. Look at them, and begin from there.",
    );
}
