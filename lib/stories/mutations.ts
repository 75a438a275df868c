import { and, count, eq, inArray } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { audiences } from "#db/schema/audiences.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { images } from "#db/schema/images.ts";
import { reviews } from "#db/schema/reviews.ts";
import { stories, storyTeams, storyTopics } from "#db/schema/stories.ts";
import { teams } from "#db/schema/teams.ts";
import { topics } from "#db/schema/topics.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor, MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { toMoment } from "#lib/local-time.ts";
import { losesRequiredYes } from "#lib/reviews/required/queries.ts";
import { tellApprovers } from "#lib/reviews/telling/mutations.ts";
import { replaceCaptions } from "./captions/mutations.ts";
import { changesContent, isSameContent, stateAfterEdit } from "./edits.ts";
import { lacksAlt, wantsAlt } from "./image-alt.ts";
import { canCurate } from "./policy.ts";
import { getOrganizationRules, getStory, getStoryRow } from "./queries.ts";
import type { CreateStoryInput, EditStoryInput, StoryContent, StoryStanding } from "./schemas.ts";
import { recordFirstVersion, recordVersion } from "./versions/mutations.ts";

const standing = { id: stories.id, state: stories.state, version: stories.version };

/**
 * Makes a draft. Sending the same `id` again makes no second one: somebody whose network failed does not know that the
 * first sending arrived, so what they have written since is saved over it.
 */
export async function createStory(actor: MemberActor, input: CreateStoryInput): Promise<StoryStanding> {
  assertCan(canCurate(actor), "Only curators and admins write stories. You can suggest one.");
  const { id = newId(), ...content } = input;

  const made = await db.transaction((tx) => insertStory(tx, actor, actor.memberId, { ...content, id }));
  return made ?? saveOverOwn(actor, id, content);
}

/**
 * The inner making of a draft, by whoever is allowed to make one: the system makes stories in the name of a member, too.
 * Null when there is a story with this id already.
 */
export async function insertStory(
  tx: Transaction,
  actor: Actor,
  authorId: string,
  { id = newId(), ...content }: CreateStoryInput,
): Promise<StoryStanding | null> {
  const { organizationId } = actor;
  const values = await toColumns(tx, actor, content);
  const [story] = await tx
    .insert(stories)
    .values({ ...values, organizationId, id, authorId, createdAt: clock.now(), updatedAt: clock.now() })
    .onConflictDoNothing()
    .returning(standing);
  if (!story) return null;
  await saveParts(tx, actor, id, content);
  await recordVersion(tx, actor, id, story.version, content);
  await audit(tx, actor, "story.create", id, { kind: content.kind });
  return story;
}

/** Saves over the version that was being edited; `conflict` when somebody saved or decided in between. */
export async function editStory(actor: MemberActor, input: EditStoryInput): Promise<StoryStanding> {
  const { storyId, version, ...content } = input;

  return db.transaction(async (tx) => {
    const before = await getStory(actor, storyId, tx);
    if (before.state === "archived")
      throw new DomainError("conflict", "This story is archived. Restore it first, then edit it.");
    if (lacksAlt(before.state, before, content)) throw new DomainError("invalid", wantsAlt);
    const { allowsSelfApproval } = await getOrganizationRules(tx, actor);
    const isNewContent = changesContent(before, content);
    const losesYes =
      before.state === "approved" && (await losesRequiredYes(tx, actor, storyId, before, content));
    const state = stateAfterEdit(before.state, {
      changesContent: isNewContent,
      allowsSelfApproval,
      losesYes,
    });

    const columns = await toColumns(tx, actor, content);
    await recordFirstVersion(tx, actor, await getStoryRow(tx, actor, storyId), before);
    const [story] = await tx
      .update(stories)
      .set({
        ...columns,
        // Approving gave it a time. Without one, "at once" is now: the feed goes by it.
        ...(state === "approved" && { publishAt: columns.publishAt ?? clock.now() }),
        state,
        version: version + 1,
        ...(isNewContent && { editedById: actor.memberId }),
        updatedAt: clock.now(),
      })
      .where(and(ofStory(actor, storyId), eq(stories.version, version)))
      .returning(standing);
    if (!story) throw new DomainError("conflict", staleEdit);
    await saveParts(tx, actor, storyId, content);
    if (!isSameContent(before, content)) await recordVersion(tx, actor, storyId, story.version, content);
    if (before.state === "approved" && state === "in_review")
      await tx.insert(reviews).values({
        organizationId: actor.organizationId,
        storyId,
        storyVersion: story.version,
        memberId: actor.memberId,
        decision: "submitted",
        reason: isNewContent ? "Edited after it was approved." : "Its new topic needs a yes of its own.",
        decidedAt: clock.now(),
      });
    if (state === "in_review") await tellApprovers(tx, actor, storyId, story.version);
    await audit(tx, actor, "story.edit", storyId, { version: story.version, changesContent: isNewContent });
    return story;
  });
}

async function saveOverOwn(actor: MemberActor, id: string, content: StoryContent): Promise<StoryStanding> {
  const { authorId, state, version } = await getStoryRow(db, actor, id);
  if (authorId !== actor.memberId) throw new DomainError("conflict", "That story already exists.");
  if (isSameContent(await getStory(actor, id), content)) return { id, state, version };
  if (version > 1) throw new DomainError("conflict", staleEdit);
  return editStory(actor, { ...content, storyId: id, version });
}

const staleEdit =
  "Somebody else changed this story while you were editing. What you wrote is kept here; open the story in another tab to compare.";

const ofStory = (actor: MemberActor, storyId: string) =>
  and(eq(stories.organizationId, actor.organizationId), eq(stories.id, storyId));

/** The story's own columns, once everything that it refers to is known to be the organization's. */
async function toColumns(tx: Transaction, actor: Actor, content: StoryContent) {
  const {
    captions: _,
    teamIds,
    topicIds,
    imageAlt: __,
    imageFocus: ___,
    publishAt,
    expiresAt,
    ...columns
  } = content;
  const { timeZone } = await getOrganizationRules(tx, actor);
  await assertPresent(tx, actor, teams, content.audience === "teams" ? teamIds : [], "team");
  await assertPresent(tx, actor, audiences, content.audienceId ? [content.audienceId] : [], "audience");
  await assertPresent(tx, actor, topics, topicIds, "topic");
  await assertPresent(tx, actor, campaigns, content.campaignId ? [content.campaignId] : [], "campaign");
  await assertPresent(tx, actor, images, content.imageId ? [content.imageId] : [], "image");
  return {
    ...columns,
    publishAt: publishAt ? toMoment(publishAt, timeZone) : null,
    expiresAt: expiresAt ? toMoment(expiresAt, timeZone) : null,
  };
}

async function saveParts(tx: Transaction, actor: Actor, storyId: string, content: StoryContent) {
  const { organizationId } = actor;
  await replaceCaptions(tx, actor, storyId, content.captions);

  await tx
    .delete(storyTopics)
    .where(and(eq(storyTopics.organizationId, organizationId), eq(storyTopics.storyId, storyId)));
  const topicIds = [...new Set(content.topicIds)];
  if (topicIds.length > 0)
    await tx.insert(storyTopics).values(topicIds.map((topicId) => ({ organizationId, storyId, topicId })));

  await tx
    .delete(storyTeams)
    .where(and(eq(storyTeams.organizationId, organizationId), eq(storyTeams.storyId, storyId)));
  const teamIds = content.audience === "teams" ? [...new Set(content.teamIds)] : [];
  if (teamIds.length > 0)
    await tx.insert(storyTeams).values(teamIds.map((teamId) => ({ organizationId, storyId, teamId })));

  if (content.imageId)
    await tx
      .update(images)
      .set({
        alt: content.imageAlt,
        ...(content.imageFocus && { focalX: content.imageFocus.x, focalY: content.imageFocus.y }),
      })
      .where(and(eq(images.organizationId, organizationId), eq(images.id, content.imageId)));
}

/** Throws `invalid` unless every topic is the organization's. */
export const assertTopics = (tx: Transaction, actor: Actor, topicIds: readonly string[]): Promise<void> =>
  assertPresent(tx, actor, topics, topicIds, "topic");

async function assertPresent(
  tx: Transaction,
  actor: Actor,
  table: typeof teams | typeof audiences | typeof topics | typeof campaigns | typeof images,
  ids: readonly string[],
  what: string,
): Promise<void> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return;
  const [found] = await tx
    .select({ count: count() })
    .from(table as typeof teams)
    .where(and(eq(table.organizationId, actor.organizationId), inArray(table.id, wanted)));
  if (found?.count !== wanted.length)
    throw new DomainError("invalid", `A ${what} that you chose is no longer there. Choose again.`);
}
