import { and, asc, desc, eq, gt, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { outsideReviewers, reviewComments } from "#db/schema/reviews.ts";
import { stories } from "#db/schema/stories.ts";
import { type Actor, type SystemActor, systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { getImageBytes } from "#lib/stories/images/queries.ts";
import { canCurate } from "#lib/stories/policy.ts";
import { getStoryRow, readStory } from "#lib/stories/queries.ts";
import { compareSaid } from "#lib/stories/versions/changes/queries.ts";
import { findContentVersion } from "#lib/stories/versions/queries.ts";
import { seenBefore } from "../looks/look.ts";
import { canBeSeenOutside, isOpenOutside } from "../policy.ts";
import type { OutsideReview, OutsideReviewer } from "./schemas.ts";
import { hashToken } from "./token.ts";

export type OutsideRow = typeof outsideReviewers.$inferSelect;
export type OutsideGuest = { actor: SystemActor; reviewer: OutsideRow };

/** Everybody outside who was asked to look at a story, and what they said; for the desk. */
export async function listOutsideReviewers(actor: Actor, storyId: string): Promise<OutsideReviewer[]> {
  await getStoryRow(db, actor, storyId);
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  return db
    .select({
      id: outsideReviewers.id,
      name: outsideReviewers.name,
      invitedByName: members.name,
      expiresAt: outsideReviewers.expiresAt,
      revokedAt: outsideReviewers.revokedAt,
      openedAt: outsideReviewers.openedAt,
      verdict: outsideReviewers.verdict,
      reason: outsideReviewers.reason,
      version: outsideReviewers.storyVersion,
      saidAt: outsideReviewers.saidAt,
    })
    .from(outsideReviewers)
    .innerJoin(
      members,
      and(
        eq(members.organizationId, outsideReviewers.organizationId),
        eq(members.id, outsideReviewers.invitedById),
      ),
    )
    .where(
      and(eq(outsideReviewers.organizationId, actor.organizationId), eq(outsideReviewers.storyId, storyId)),
    )
    .orderBy(desc(outsideReviewers.createdAt), desc(outsideReviewers.id));
}

/** Whose link this is, and of which story. Throws `not_found` for one that nobody made, that has ended or was taken back. */
export async function getGuest(executor: Executor, token: string): Promise<OutsideGuest> {
  const [found] = await executor
    .select({ reviewer: outsideReviewers, state: stories.state })
    .from(outsideReviewers)
    .innerJoin(
      stories,
      and(
        eq(stories.organizationId, outsideReviewers.organizationId),
        eq(stories.id, outsideReviewers.storyId),
      ),
    )
    .where(
      and(
        eq(outsideReviewers.tokenHash, hashToken(token)),
        isNull(outsideReviewers.revokedAt),
        gt(outsideReviewers.expiresAt, clock.now()),
      ),
    );
  if (!found || !canBeSeenOutside(found.state))
    throw new DomainError("not_found", "This link does not open anything any more.");
  const { reviewer } = found;
  return { actor: systemActor(reviewer.organizationId, "outside-review"), reviewer };
}

/** The story of a link as its reader is shown it. Reading changes nothing: a mail scanner may have been first. */
export async function getOutsideReview(token: string): Promise<OutsideReview> {
  const { actor, reviewer } = await getGuest(db, token);
  const { storyId } = reviewer;
  const [story, version, around, comments] = await Promise.all([
    readStory(db, actor, storyId),
    findContentVersion(db, actor, storyId),
    getSurroundings(reviewer),
    listOwnComments(reviewer),
  ]);
  const before = seenBefore(toSeen(reviewer), version);
  const changes = before === null ? [] : await compareSaid(actor, storyId, before, version);
  const { title, summary, body, url, siteName, language, imageAlt } = story;
  return {
    ...around,
    name: reviewer.name,
    expiresAt: reviewer.expiresAt,
    isOpen: isOpenOutside(story.state),
    story: {
      ...{ version, title, summary, body, url, siteName, language, imageAlt },
      hasImage: story.imageId !== null,
      captions: story.captions.map(({ network, language, text }) => ({ network, language, text })),
    },
    changes,
    comments,
    verdict:
      reviewer.verdict && reviewer.saidAt
        ? {
            verdict: reviewer.verdict,
            reason: reviewer.reason,
            saidAt: reviewer.saidAt,
            isOfThisVersion: reviewer.storyVersion === version,
          }
        : null,
  };
}

/** The image of a link's story, and of no other. */
export async function getOutsideImage(token: string): Promise<Buffer> {
  const { actor, reviewer } = await getGuest(db, token);
  const { imageId } = await getStoryRow(db, actor, reviewer.storyId);
  if (!imageId) throw new DomainError("not_found");
  return getImageBytes(actor, imageId);
}

export const toSeen = ({ seenVersion, seenVersionBefore }: OutsideRow) =>
  seenVersion === null ? null : { seenVersion, seenVersionBefore };

async function getSurroundings({ organizationId, invitedById }: OutsideRow) {
  const [found] = await db
    .select({
      organizationName: organizations.name,
      accentColor: organizations.accentColor,
      timeZone: organizations.timeZone,
      invitedByName: members.name,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.organizationId, organizationId), eq(members.id, invitedById)));
  if (!found) throw new DomainError("not_found");
  return found;
}

async function listOwnComments({ organizationId, id }: OutsideRow) {
  const rows = await db
    .select({
      id: reviewComments.id,
      text: reviewComments.text,
      createdAt: reviewComments.createdAt,
      resolvedAt: reviewComments.resolvedAt,
    })
    .from(reviewComments)
    .where(and(eq(reviewComments.organizationId, organizationId), eq(reviewComments.outsideReviewerId, id)))
    .orderBy(asc(reviewComments.createdAt), asc(reviewComments.id));
  return rows.map(({ resolvedAt, ...comment }) => ({ ...comment, isResolved: resolvedAt !== null }));
}
