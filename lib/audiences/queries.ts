import { and, asc, count, eq, gt, isNull, ne, or, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
import { members } from "#db/schema/members.ts";
import { stories } from "#db/schema/stories.ts";
import { teams } from "#db/schema/teams.ts";
import { topics } from "#db/schema/topics.ts";
import type { Actor, MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan } from "#lib/errors.ts";
import { getReader } from "#lib/stories/live/queries.ts";
import { canManageAudiences } from "./policy.ts";
import { isActive, meetsRule } from "./reach/queries.ts";
import type { AudienceRule } from "./rule.ts";
import { type AudienceChoices, type AudienceDto, type ListedAudience, readRule } from "./schemas.ts";
import { type Names, sayReach, sayRule } from "./words.ts";

/** Every saved audience by name. There are at most `audienceLimit` of them. */
export async function listAudiences(actor: Actor): Promise<AudienceDto[]> {
  assertCan(canManageAudiences(actor));
  const rows = await db
    .select({ id: audiences.id, name: audiences.name, rule: audiences.rule, updatedAt: audiences.updatedAt })
    .from(audiences)
    .where(eq(audiences.organizationId, actor.organizationId))
    .orderBy(asc(audiences.name));
  return rows.map(({ rule, updatedAt, ...row }) => ({
    ...row,
    rule: readRule(rule) ?? nobody,
    savedAt: updatedAt.toISOString(),
  }));
}

/** The same with what the desk says of each. */
export async function describeAudiences(actor: Actor, choices: AudienceChoices): Promise<ListedAudience[]> {
  const names = namesIn(choices);
  const listed = await listAudiences(actor);
  return Promise.all(
    listed.map(async (audience) => ({
      ...audience,
      says: sayRule(audience.rule, names),
      reach: await measureAudience(actor, audience),
      liveStories: await countLiveStories(db, actor, audience.id),
    })),
  );
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

/** The same in words, which keep a few people from being told apart. */
export async function measureAudience(actor: Actor, { rule }: { rule: AudienceRule }): Promise<string> {
  return sayReach(await countAudience(actor, rule));
}

/** How many approved stories that are not over yet are for an audience. */
export async function countLiveStories(
  executor: Executor,
  { organizationId }: Actor,
  audienceId: string,
): Promise<number> {
  const [found] = await executor
    .select({ count: count() })
    .from(stories)
    .where(
      and(
        eq(stories.organizationId, organizationId),
        eq(stories.audienceId, audienceId),
        eq(stories.state, "approved"),
        or(isNull(stories.expiresAt), gt(stories.expiresAt, clock.now())),
      ),
    );
  return found?.count ?? 0;
}

/** What conditions let choose from. */
export async function getAudienceChoices(actor: Actor): Promise<AudienceChoices> {
  assertCan(canManageAudiences(actor));
  const { organizationId } = actor;
  const named = (table: typeof teams | typeof topics) =>
    db
      .select({ id: table.id, name: table.name })
      .from(table as typeof topics)
      .where(eq(table.organizationId, organizationId))
      .orderBy(asc(table.name));
  const [allTeams, allTopics, places] = await Promise.all([
    named(teams),
    named(topics),
    db
      .selectDistinct({ location: sql<string>`trim(${members.location})` })
      .from(members)
      .where(and(eq(members.organizationId, organizationId), ne(members.location, "")))
      .orderBy(asc(sql`trim(${members.location})`))
      .limit(500),
  ]);
  return { teams: allTeams, topics: allTopics, locations: places.map(({ location }) => location) };
}

/** What rules keep by id, by its name. */
export const namesIn = ({ teams, topics }: AudienceChoices): Names =>
  new Map([...teams, ...topics].map(({ id, name }) => [id, name]));

const nobody: AudienceRule = { match: "all", conditions: [] };
