import { and, asc, eq, getTableColumns, sql } from "drizzle-orm";
import { type AnyPgColumn, alias } from "drizzle-orm/pg-core";
import { db, type Executor } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { images } from "#db/schema/images.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { stories, storyTeams, storyTopics } from "#db/schema/stories.ts";
import { teams } from "#db/schema/teams.ts";
import { topics } from "#db/schema/topics.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { toLocalTime } from "#lib/local-time.ts";
import { listCaptions, nameCaptionAudiences } from "./captions/queries.ts";
import { centre } from "./image-sizes.ts";
import { canCurate } from "./policy.ts";
import type { StoryChoices, StoryDetails } from "./schemas.ts";

export type StoryRow = typeof stories.$inferSelect;

/** The row itself, for mutations. Throws `not_found` when it is missing or another organization's. */
export async function getStoryRow(executor: Executor, actor: Actor, storyId: string): Promise<StoryRow> {
  const [story] = await executor
    .select()
    .from(stories)
    .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.id, storyId)));
  if (!story) throw new DomainError("not_found", "There is no such story.");
  return story;
}

export type OrganizationRules = {
  timeZone: string;
  allowsSelfApproval: boolean;
  /** What every share says besides its words; empty when nothing is required. */
  requiredDisclosure: string;
};

/** The organization's rules that editing and reviewing follow. */
export async function getOrganizationRules(executor: Executor, actor: Actor): Promise<OrganizationRules> {
  const [rules] = await executor
    .select({
      timeZone: organizations.timeZone,
      allowsSelfApproval: organizations.allowsSelfApproval,
      requiredDisclosure: sql<string>`case when ${organizations.requiresDisclosure} then ${organizations.disclosure} else '' end`,
    })
    .from(organizations)
    .where(eq(organizations.id, actor.organizationId));
  if (!rules) throw new DomainError("not_found");
  return rules;
}

/** A story of the desk with everything that its form and its reviewers need. */
export async function getStory(
  actor: Actor,
  storyId: string,
  executor: Executor = db,
): Promise<StoryDetails> {
  const story = await readStory(executor, actor, storyId);
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  return story;
}

/** The same for whoever was let in already. Throws `not_found` when it is missing or another organization's. */
export async function readStory(executor: Executor, actor: Actor, storyId: string): Promise<StoryDetails> {
  const author = alias(members, "author");
  const editor = alias(members, "editor");
  const suggester = alias(members, "suggester");
  const { organizationId } = actor;
  const memberOf = (
    member: { organizationId: AnyPgColumn; id: AnyPgColumn },
    column: typeof stories.authorId | typeof stories.editedById | typeof stories.suggestedById,
  ) => and(eq(member.organizationId, stories.organizationId), eq(member.id, column));

  const [found] = await executor
    .select({
      ...getTableColumns(stories),
      authorName: author.name,
      editedByName: editor.name,
      suggestedByName: suggester.name,
      imageAlt: images.alt,
      focalX: images.focalX,
      focalY: images.focalY,
      campaignName: campaigns.name,
      audienceName: audiences.name,
      timeZone: organizations.timeZone,
    })
    .from(stories)
    .innerJoin(organizations, eq(organizations.id, stories.organizationId))
    .innerJoin(author, memberOf(author, stories.authorId))
    .leftJoin(editor, memberOf(editor, stories.editedById))
    .leftJoin(suggester, memberOf(suggester, stories.suggestedById))
    .leftJoin(images, and(eq(images.organizationId, stories.organizationId), eq(images.id, stories.imageId)))
    .leftJoin(
      campaigns,
      and(eq(campaigns.organizationId, stories.organizationId), eq(campaigns.id, stories.campaignId)),
    )
    .leftJoin(
      audiences,
      and(eq(audiences.organizationId, stories.organizationId), eq(audiences.id, stories.audienceId)),
    )
    .where(and(eq(stories.organizationId, organizationId), eq(stories.id, storyId)));
  if (!found) throw new DomainError("not_found", "There is no such story.");

  const chosenTopics = await executor
    .select({ id: topics.id, name: topics.name })
    .from(storyTopics)
    .innerJoin(
      topics,
      and(eq(topics.organizationId, storyTopics.organizationId), eq(topics.id, storyTopics.topicId)),
    )
    .where(and(eq(storyTopics.organizationId, organizationId), eq(storyTopics.storyId, storyId)))
    .orderBy(asc(topics.name));
  const chosenTeams = await executor
    .select({ id: teams.id, name: teams.name })
    .from(storyTeams)
    .innerJoin(
      teams,
      and(eq(teams.organizationId, storyTeams.organizationId), eq(teams.id, storyTeams.teamId)),
    )
    .where(and(eq(storyTeams.organizationId, organizationId), eq(storyTeams.storyId, storyId)))
    .orderBy(asc(teams.name));
  const captions = await listCaptions(executor, actor, storyId);

  const local = (moment: Date | null) => moment && toLocalTime(moment, found.timeZone);
  return {
    id: found.id,
    kind: found.kind,
    state: found.state,
    version: found.version,
    title: found.title,
    summary: found.summary,
    body: found.body,
    url: found.url,
    canonicalUrl: found.canonicalUrl,
    siteName: found.siteName,
    imageId: found.imageId,
    imageAlt: found.imageAlt ?? "",
    imageFocus: { x: found.focalX ?? centre.x, y: found.focalY ?? centre.y },
    language: found.language,
    audience: found.audience,
    audienceId: found.audienceId,
    audienceName: found.audienceName,
    teamIds: chosenTeams.map((team) => team.id),
    teamNames: chosenTeams.map((team) => team.name),
    topicIds: chosenTopics.map((topic) => topic.id),
    topicNames: chosenTopics.map((topic) => topic.name),
    campaignId: found.campaignId,
    campaignName: found.campaignName,
    publishAt: local(found.publishAt),
    expiresAt: local(found.expiresAt),
    captions: captions.map(({ id: _, ...caption }) => caption),
    captionAudiences: await nameCaptionAudiences(executor, actor, storyId),
    authorName: found.authorName,
    editedByName: found.editedByName,
    suggestedByName: found.suggestedByName,
    suggestionNote: found.suggestionNote,
    updatedAt: found.updatedAt,
  };
}

/** The topics, teams, campaigns and audiences that a story's form lets choose from. */
export async function getStoryChoices(actor: Actor): Promise<StoryChoices> {
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  const named = <Table extends typeof topics | typeof teams | typeof audiences>(table: Table) =>
    db
      .select({ id: table.id, name: table.name })
      .from(table as typeof topics)
      .where(eq(table.organizationId, actor.organizationId))
      .orderBy(asc(table.name));
  const [rules, allTopics, allTeams, allCampaigns, allAudiences] = await Promise.all([
    getOrganizationRules(db, actor),
    named(topics),
    named(teams),
    db
      .select({ id: campaigns.id, name: campaigns.name, audienceId: campaigns.audienceId })
      .from(campaigns)
      .where(eq(campaigns.organizationId, actor.organizationId))
      .orderBy(asc(campaigns.name)),
    named(audiences),
  ]);
  const { timeZone, allowsSelfApproval, requiredDisclosure } = rules;
  const choices = { topics: allTopics, teams: allTeams, campaigns: allCampaigns, audiences: allAudiences };
  const { organizationId } = actor;
  return { organizationId, timeZone, allowsSelfApproval, requiredDisclosure, ...choices };
}
