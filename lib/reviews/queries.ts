import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { reviews } from "#db/schema/reviews.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan } from "#lib/errors.ts";
import { canCurate } from "#lib/stories/policy.ts";
import { getOrganizationRules, getStoryRow } from "#lib/stories/queries.ts";
import { whyNotDecide } from "./policy.ts";
import type { Decision, Review, ReviewSheet } from "./schemas.ts";

/** What a reviewer needs beside the story itself. */
export async function getReviewSheet(actor: Actor, storyId: string): Promise<ReviewSheet> {
  const history = await listReviews(actor, storyId);
  const [story, rules, submittedById] = await Promise.all([
    getStoryRow(db, actor, storyId),
    getOrganizationRules(db, actor),
    findSubmitterId(db, actor, storyId),
  ]);
  const hands = { authorId: story.authorId, editedById: story.editedById, submittedById };
  return { history, whyNotDecide: whyNotDecide(actor, hands, rules.allowsSelfApproval) };
}

/** A story's history, oldest first. */
export async function listReviews(actor: Actor, storyId: string): Promise<Review[]> {
  await getStoryRow(db, actor, storyId);
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  return db
    .select({
      id: reviews.id,
      decision: reviews.decision,
      memberName: members.name,
      storyVersion: reviews.storyVersion,
      reason: reviews.reason,
      decidedAt: reviews.decidedAt,
    })
    .from(reviews)
    .innerJoin(
      members,
      and(eq(members.organizationId, reviews.organizationId), eq(members.id, reviews.memberId)),
    )
    .where(ofStory(actor, storyId))
    .orderBy(asc(reviews.decidedAt), asc(reviews.id));
}

/** Every decision on a story, oldest first. */
export async function listDecisions(executor: Executor, actor: Actor, storyId: string): Promise<Decision[]> {
  const rows = await executor
    .select({ decision: reviews.decision })
    .from(reviews)
    .where(ofStory(actor, storyId))
    .orderBy(asc(reviews.decidedAt), asc(reviews.id));
  return rows.map((row) => row.decision);
}

/** Who handed the story in last, or null when it never was. */
export async function findSubmitterId(
  executor: Executor,
  actor: Actor,
  storyId: string,
): Promise<string | null> {
  const [latest] = await executor
    .select({ memberId: reviews.memberId })
    .from(reviews)
    .where(and(ofStory(actor, storyId), eq(reviews.decision, "submitted")))
    .orderBy(desc(reviews.decidedAt), desc(reviews.id))
    .limit(1);
  return latest?.memberId ?? null;
}

export type LatestReview = { decision: Decision; memberId: string; memberName: string };

/** The last thing that was decided, and by whom: what the loser of a race is told. */
export async function findLatestReview(
  executor: Executor,
  actor: Actor,
  storyId: string,
): Promise<LatestReview | null> {
  const [latest] = await executor
    .select({ decision: reviews.decision, memberId: reviews.memberId, memberName: members.name })
    .from(reviews)
    .innerJoin(
      members,
      and(eq(members.organizationId, reviews.organizationId), eq(members.id, reviews.memberId)),
    )
    .where(ofStory(actor, storyId))
    .orderBy(desc(reviews.decidedAt), desc(reviews.id))
    .limit(1);
  return latest ?? null;
}

/** The last reason given for each of these stories, for the people who suggested them. */
export async function listLatestReasons(actor: Actor, storyIds: string[]): Promise<Map<string, string>> {
  if (storyIds.length === 0) return new Map();
  const rows = await db
    .select({ storyId: reviews.storyId, reason: reviews.reason })
    .from(reviews)
    .where(
      and(
        eq(reviews.organizationId, actor.organizationId),
        inArray(reviews.storyId, storyIds),
        inArray(reviews.decision, ["approved", "changes_requested", "rejected"]),
      ),
    )
    .orderBy(asc(reviews.decidedAt), asc(reviews.id));
  return new Map(rows.map((row) => [row.storyId, row.reason]));
}

const ofStory = (actor: Actor, storyId: string) =>
  and(eq(reviews.organizationId, actor.organizationId), eq(reviews.storyId, storyId));
