import { and, asc, desc, eq, inArray } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { reviews } from "#db/schema/reviews.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan } from "#lib/errors.ts";
import { canCurate } from "#lib/stories/policy.ts";
import { getOrganizationRules, getStoryRow, readStory, type StoryRow } from "#lib/stories/queries.ts";
import type { StoryDetails } from "#lib/stories/schemas.ts";
import { getContentAt, listWritten } from "#lib/stories/versions/queries.ts";
import { listEditorIds } from "./hands.ts";
import { canReview, type Hands, whyNotDecide } from "./policy.ts";
import { judge, type Requirement, sayWaits } from "./required/judge.ts";
import { listApprovers, listRequirements, listTopicIds, listYeses } from "./required/queries.ts";
import type { Decision, Review, ReviewSheet } from "./schemas.ts";

/** What a reviewer needs beside the story itself. */
export async function getReviewSheet(actor: Actor, storyId: string): Promise<ReviewSheet> {
  const { story, ...bearings } = await getReviewedStory(db, actor, storyId);
  const { hands, approverIds, requirements, allowsSelfApproval } = bearings;
  const [history, yeses] = await Promise.all([
    listReviews(actor, storyId),
    story.state === "in_review" ? listYeses(db, actor, storyId) : [],
  ]);
  const { waitsFor } = judge(requirements, yeses);
  const isAlone = requirements.length === 0 && yeses.length === 0;
  return {
    history,
    whyNotDecide: whyNotDecide(actor, hands, approverIds, allowsSelfApproval),
    waits: story.state === "in_review" && !isAlone ? sayWaits(waitsFor) : "",
    hasSaidYes: actor.kind === "member" && yeses.some(({ memberId }) => memberId === actor.memberId),
    approvedNetworks: story.approvedNetworks,
    dueAt: story.state === "in_review" ? story.reviewDueAt : null,
    mayDecideAlone: canCurate(actor),
  };
}

/** A story and all that says who may decide on it. */
export type ReviewedStory = {
  story: StoryRow;
  hands: Hands;
  approverIds: string[];
  requirements: Requirement[];
  allowsSelfApproval: boolean;
  timeZone: string;
};

/** Of the desk, or of an approver of its topics, to whom it is shown from when it is handed in until it is archived. */
export async function getReviewedStory(
  executor: Executor,
  actor: Actor,
  storyId: string,
): Promise<ReviewedStory> {
  const story = await getStoryRow(executor, actor, storyId);
  const topicIds = await listTopicIds(executor, actor, storyId);
  const approverIds = (await listApprovers(executor, actor, topicIds)).map(({ id }) => id);
  const isHandedIn = story.state !== "draft" && story.state !== "archived";
  assertCan(
    canCurate(actor) || (isHandedIn && canReview(actor, approverIds)),
    "The desk is for curators and admins.",
  );
  const { allowsSelfApproval, timeZone } = await getOrganizationRules(executor, actor);
  const hands = await readHands(executor, actor, story);
  const requirements = await listRequirements(executor, actor, topicIds, hands, allowsSelfApproval);
  return { story, hands, approverIds, requirements, allowsSelfApproval, timeZone };
}

async function readHands(executor: Executor, actor: Actor, story: StoryRow): Promise<Hands> {
  const { id, authorId, editedById } = story;
  const submittedById = await findSubmitterId(executor, actor, id);
  const approvedVersion = await findApprovedVersion(executor, actor, id);
  const written = await listWritten(executor, actor, id, approvedVersion ?? 0);
  const approved =
    approvedVersion && written.length > 0 ? getContentAt(executor, actor, id, approvedVersion) : null;
  return { authorId, editedById, submittedById, editorIds: listEditorIds(await approved, written) };
}

/** The version that was approved last, or null when none was. */
export async function findApprovedVersion(
  executor: Executor,
  actor: Actor,
  storyId: string,
): Promise<number | null> {
  const [latest] = await executor
    .select({ version: reviews.storyVersion })
    .from(reviews)
    .where(and(ofStory(actor, storyId), eq(reviews.decision, "approved")))
    .orderBy(desc(reviews.decidedAt), desc(reviews.id))
    .limit(1);
  return latest?.version ?? null;
}

/** A story's history, oldest first. */
async function listReviews(actor: Actor, storyId: string): Promise<Review[]> {
  return db
    .select({
      id: reviews.id,
      decision: reviews.decision,
      memberName: members.name,
      storyVersion: reviews.storyVersion,
      reason: reviews.reason,
      networks: reviews.networks,
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

/** All that will be seen of a story, for whoever reviews it. */
export async function getStoryToReview(actor: Actor, storyId: string): Promise<StoryDetails> {
  await getReviewedStory(db, actor, storyId);
  return readStory(db, actor, storyId);
}
