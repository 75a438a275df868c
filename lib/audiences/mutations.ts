import { and, count, eq, inArray } from "drizzle-orm";
import { db, type Executor, type Transaction } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
import { teams } from "#db/schema/teams.ts";
import { topics } from "#db/schema/topics.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canManageAudiences } from "./policy.ts";
import { countLiveStories } from "./queries.ts";
import type { AudienceRule } from "./rule.ts";
import type { AddAudienceInput, AudienceDto, ChangeAudienceInput, RemoveAudienceInput } from "./schemas.ts";
import { listUses } from "./uses/queries.ts";

/** Every feed reads them all, so there is an end to them. */
export const audienceLimit = 200;

export async function addAudience(actor: Actor, { name, rule }: AddAudienceInput): Promise<AudienceDto> {
  assertCan(canManageAudiences(actor), refused);
  const savedAt = clock.now();
  return db.transaction(async (tx) => {
    await assertRoom(tx, actor);
    await assertOwn(tx, actor, rule);
    const [added] = await tx
      .insert(audiences)
      .values({ organizationId: actor.organizationId, name, rule, createdAt: savedAt, updatedAt: savedAt })
      .onConflictDoNothing()
      .returning({ id: audiences.id });
    if (!added) throw new DomainError("conflict", namesake(name));
    await audit(tx, actor, "audience.add", added.id, { name, rule });
    return { id: added.id, name, rule, savedAt: savedAt.toISOString() };
  });
}

/** Changes name and rule. It acts at once on every story that is for the audience: the audit says on how many live ones. */
export async function changeAudience(actor: Actor, input: ChangeAudienceInput): Promise<AudienceDto> {
  const { audienceId, name, rule } = input;
  const before = await getAudience(db, actor, audienceId);
  assertCan(canManageAudiences(actor), refused);
  // Two savings within a millisecond would look like one to the second's author.
  const savedAt = new Date(Math.max(clock.now().getTime(), before.updatedAt.getTime() + 1));

  return db.transaction(async (tx) => {
    await assertOwn(tx, actor, rule);
    await assertFreeName(tx, actor, audienceId, name);
    const [changed] = await tx
      .update(audiences)
      .set({ name, rule, updatedAt: savedAt })
      .where(and(isAudience(actor, audienceId), eq(audiences.updatedAt, new Date(input.savedAt))))
      .returning({ id: audiences.id });
    if (!changed)
      throw new DomainError(
        "conflict",
        "Somebody else changed this audience. Open it again, then change it.",
      );
    const liveStories = await countLiveStories(tx, actor, audienceId);
    const { name: oldName, rule: oldRule } = before;
    await audit(tx, actor, "audience.change", audienceId, {
      from: { name: oldName, rule: oldRule },
      to: { name, rule },
      liveStories,
    });
    return { id: audienceId, name, rule, savedAt: savedAt.toISOString() };
  });
}

/** Refused, with the names of what uses it, while anything does. */
export async function removeAudience(actor: Actor, { audienceId }: RemoveAudienceInput): Promise<void> {
  const { name, rule } = await getAudience(db, actor, audienceId);
  assertCan(canManageAudiences(actor), refused);
  await db.transaction(async (tx) => {
    await tx.select().from(audiences).where(isAudience(actor, audienceId)).for("update");
    const uses = await listUses(tx, actor, audienceId);
    if (uses.length > 0)
      throw new DomainError(
        "conflict",
        `${name} is used by ${list.format(uses)}. Choose another audience there first.`,
      );
    await tx.delete(audiences).where(isAudience(actor, audienceId));
    await audit(tx, actor, "audience.remove", audienceId, { name, rule });
  });
}

const refused = "Audiences are for curators and admins.";
const list = new Intl.ListFormat("en");
const namesake = (name: string) => `There is an audience called ${name} already.`;

const isAudience = ({ organizationId }: Actor, audienceId: string) =>
  and(eq(audiences.organizationId, organizationId), eq(audiences.id, audienceId));

async function getAudience(executor: Executor, actor: Actor, audienceId: string) {
  const [audience] = await executor.select().from(audiences).where(isAudience(actor, audienceId));
  if (!audience) throw new DomainError("not_found", "There is no such audience.");
  return audience;
}

async function assertRoom(tx: Transaction, { organizationId }: Actor): Promise<void> {
  const [found] = await tx
    .select({ count: count() })
    .from(audiences)
    .where(eq(audiences.organizationId, organizationId));
  if ((found?.count ?? 0) >= audienceLimit)
    throw new DomainError("limit_reached", `There is room for ${audienceLimit} audiences. Delete one first.`);
}

async function assertFreeName(tx: Transaction, { organizationId }: Actor, audienceId: string, name: string) {
  const [found] = await tx
    .select({ id: audiences.id })
    .from(audiences)
    .where(and(eq(audiences.organizationId, organizationId), eq(audiences.name, name)));
  if (found && found.id !== audienceId) throw new DomainError("conflict", namesake(name));
}

/** The teams and topics that a rule names are the organization's own. */
async function assertOwn(tx: Transaction, { organizationId }: Actor, rule: AudienceRule): Promise<void> {
  for (const [field, table] of [
    ["team", teams],
    ["topic", topics],
  ] as const) {
    const asked = [...new Set(rule.conditions.flatMap((one) => (one.field === field ? one.values : [])))];
    if (asked.length === 0) continue;
    const [own] = await tx
      .select({ count: count() })
      .from(table as typeof teams)
      .where(and(eq(table.organizationId, organizationId), inArray(table.id, asked)));
    if (own?.count !== asked.length)
      throw new DomainError("invalid", `A ${field} that you chose is no longer there. Choose again.`);
  }
}
