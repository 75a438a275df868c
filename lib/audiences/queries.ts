import { and, asc, count, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
import { members } from "#db/schema/members.ts";
import type { Actor, MemberActor } from "#lib/auth/actor.ts";
import { assertCan } from "#lib/errors.ts";
import { getReader } from "#lib/stories/live/queries.ts";
import { canManageAudiences } from "./policy.ts";
import { isActive, meetsRule } from "./reach/queries.ts";
import type { AudienceRule } from "./rule.ts";
import { type AudienceDto, readRule } from "./schemas.ts";

/** Every saved audience by name. There are at most `audienceLimit` of them. */
export async function listAudiences(actor: Actor): Promise<AudienceDto[]> {
  assertCan(canManageAudiences(actor));
  const rows = await db
    .select({ id: audiences.id, name: audiences.name, rule: audiences.rule })
    .from(audiences)
    .where(eq(audiences.organizationId, actor.organizationId))
    .orderBy(asc(audiences.name));
  return rows.map(({ rule, ...row }) => ({ ...row, rule: readRule(rule) ?? nobody }));
}

/** The saved rules that mean this member. Read once per page. */
export async function listAudienceIdsOf(actor: MemberActor): Promise<string[]> {
  return (await getReader(actor)).audienceIds;
}

/** How many members who can take part a rule means. */
export async function countAudience(actor: Actor, rule: AudienceRule): Promise<number> {
  assertCan(canManageAudiences(actor));
  const [found] = await db
    .select({ count: count() })
    .from(members)
    .where(and(isActive(actor), await meetsRule(actor, rule)));
  return found?.count ?? 0;
}

const nobody: AudienceRule = { match: "all", conditions: [] };
