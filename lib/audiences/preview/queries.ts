import { and, asc, count, eq, ilike, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
import { members } from "#db/schema/members.ts";
import { storyTeams } from "#db/schema/stories.ts";
import { teams } from "#db/schema/teams.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan } from "#lib/errors.ts";
import { getStoryRow } from "#lib/stories/queries.ts";
import { canManageAudiences } from "../policy.ts";
import { countAudience } from "../queries.ts";
import { isActive } from "../reach/queries.ts";
import { readRule } from "../schemas.ts";
import { sayReach } from "../words.ts";
import type { AskedStory } from "./say-why.ts";
import type { PreviewableMember, StoryReach } from "./schemas.ts";

const most = 20;

/** The first members who can take part, by name, whose name has the search in it. */
export async function listPreviewable(actor: Actor, q: string): Promise<PreviewableMember[]> {
  assertCan(canManageAudiences(actor));
  return db
    .select({ id: members.id, name: members.name, jobTitle: members.jobTitle })
    .from(members)
    .where(and(isActive(actor), ilike(members.name, `%${q.replace(/[\\%_]/g, "\\$&")}%`)))
    .orderBy(asc(members.name), asc(members.id))
    .limit(most);
}

/** How many members a story is for once it is live. */
export async function measureStory(actor: Actor, storyId: string): Promise<StoryReach> {
  const { title } = await getStoryRow(db, actor, storyId);
  assertCan(canManageAudiences(actor));
  const story = await getAskedStory(actor, storyId);
  if (story.audience === "rule")
    return { title, reach: sayReach(story.rule ? await countAudience(actor, story.rule) : 0) };
  const teamIds = story.teams.map(({ id }) => id);
  const [found] = await db
    .select({ count: count() })
    .from(members)
    .where(and(isActive(actor), story.audience === "teams" ? inArray(members.teamId, teamIds) : undefined));
  return { title, reach: sayReach(found?.count ?? 0) };
}

/** What decides who sees a story; not_found elsewhere. */
export async function getAskedStory(actor: Actor, storyId: string): Promise<AskedStory> {
  const { organizationId } = actor;
  const { state, publishAt, expiresAt, audience, audienceId } = await getStoryRow(db, actor, storyId);
  const [meant, [saved]] = await Promise.all([
    db
      .select({ id: teams.id, name: teams.name })
      .from(storyTeams)
      .innerJoin(
        teams,
        and(eq(teams.organizationId, storyTeams.organizationId), eq(teams.id, storyTeams.teamId)),
      )
      .where(and(eq(storyTeams.organizationId, organizationId), eq(storyTeams.storyId, storyId)))
      .orderBy(asc(teams.name)),
    audienceId
      ? db
          .select({ name: audiences.name, rule: audiences.rule })
          .from(audiences)
          .where(and(eq(audiences.organizationId, organizationId), eq(audiences.id, audienceId)))
      : [],
  ]);
  return {
    ...{ state, publishAt, expiresAt, audience },
    teams: meant,
    rule: readRule(saved?.rule),
    audienceName: saved?.name ?? null,
  };
}
