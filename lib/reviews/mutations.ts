import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { reviews } from "#db/schema/reviews.ts";
import { stories } from "#db/schema/stories.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { scoreApprovedSuggestion } from "#lib/scores/mutations.ts";
import { listCaptions } from "#lib/stories/captions/queries.ts";
import { canCurate } from "#lib/stories/policy.ts";
import { getOrganizationRules, getStoryRow, type StoryRow } from "#lib/stories/queries.ts";
import type { StoryStanding } from "#lib/stories/schemas.ts";
import { whyNotDecide } from "./policy.ts";
import { findLatestReview, findSubmitterId, listDecisions } from "./queries.ts";
import { whyNotReady } from "./readiness.ts";
import type { DecideInput, Decision } from "./schemas.ts";
import { beenDecided } from "./sentences.ts";
import { canFollow, stateAfter } from "./transitions.ts";

/** Hands a story in for review. */
export async function submitStory(actor: MemberActor, input: DecideInput): Promise<StoryStanding> {
  return decide(actor, "submitted", input, async (tx, story) => {
    await assertReady(tx, actor, story);
    return {};
  });
}

/** Puts a story into the library: live at once, or when its publish time comes. */
export async function approveStory(actor: MemberActor, input: DecideInput): Promise<StoryStanding> {
  return decide(actor, "approved", input, async (tx, story) => {
    await assertMayDecide(tx, actor, story);
    await assertReady(tx, actor, story);
    const now = clock.now();
    // A story that was approved before keeps its place in the feed; a new one is never older than its approval.
    const isLate = !story.publishAt || (!story.approvedAt && story.publishAt < now);
    return { approvedAt: now, publishAt: isLate ? now : story.publishAt };
  });
}

/** Sends a story back to its author, who may edit it and hand it in again. */
export async function requestChanges(actor: MemberActor, input: DecideInput): Promise<StoryStanding> {
  return decide(actor, "changes_requested", input, refusal(actor));
}

/** Says no. */
export async function rejectStory(actor: MemberActor, input: DecideInput): Promise<StoryStanding> {
  return decide(actor, "rejected", input, refusal(actor));
}

/** Takes a story out of everybody's sight; `restoreStory` undoes it. */
export async function archiveStory(actor: MemberActor, input: DecideInput): Promise<StoryStanding> {
  return decide(actor, "archived", input, async () => ({}));
}

/** Undoes an archiving: approved again when that is how the last review ended, a draft otherwise. */
export async function restoreStory(actor: MemberActor, input: DecideInput): Promise<StoryStanding> {
  return decide(actor, "restored", input, async () => ({}));
}

type Prepare = (tx: Transaction, story: StoryRow) => Promise<Partial<StoryRow>>;

const refusal =
  (actor: MemberActor): Prepare =>
  async (tx, story) => {
    await assertMayDecide(tx, actor, story);
    return {};
  };

/** One decision: of two people who decide on the same version, the first wins and the other learns who it was. */
async function decide(
  actor: MemberActor,
  decision: Decision,
  { storyId, version, reason }: DecideInput,
  prepare: Prepare,
): Promise<StoryStanding> {
  return db.transaction(async (tx) => {
    const story = await getStoryRow(tx, actor, storyId);
    assertCan(canCurate(actor), "Only curators and admins decide on stories.");
    if (story.version !== version || !canFollow(story.state, decision))
      return whenLost(tx, actor, story, decision, version);
    const changes = await prepare(tx, story);
    const state = stateAfter(decision, await listDecisions(tx, actor, storyId));

    const [decided] = await tx
      .update(stories)
      .set({ ...changes, state, version: version + 1, updatedAt: clock.now() })
      .where(
        and(
          eq(stories.organizationId, actor.organizationId),
          eq(stories.id, storyId),
          eq(stories.state, story.state),
          eq(stories.version, version),
        ),
      )
      .returning({ id: stories.id, state: stories.state, version: stories.version });
    if (!decided) return whenLost(tx, actor, await getStoryRow(tx, actor, storyId), decision, version);
    await tx.insert(reviews).values({
      organizationId: actor.organizationId,
      storyId,
      storyVersion: version,
      memberId: actor.memberId,
      decision,
      reason,
      decidedAt: clock.now(),
    });
    if (decision === "approved" && story.suggestedById) await scoreApprovedSuggestion(tx, actor, storyId);
    await audit(tx, actor, `story.${verbs[decision]}`, storyId, { version });
    return decided;
  });
}

const verbs: Record<Decision, string> = {
  submitted: "submit",
  approved: "approve",
  changes_requested: "request_changes",
  rejected: "reject",
  archived: "archive",
  restored: "restore",
  signed_off: "sign_off",
};

/** A second click on the same button is answered like the first; anybody else is told who was faster. */
async function whenLost(
  tx: Transaction,
  actor: MemberActor,
  story: StoryRow,
  decision: Decision,
  version: number,
): Promise<StoryStanding> {
  const latest = await findLatestReview(tx, actor, story.id);
  const isRepeat =
    latest?.decision === decision && latest.memberId === actor.memberId && story.version === version + 1;
  if (isRepeat) return { id: story.id, state: story.state, version: story.version };
  throw new DomainError("conflict", beenDecided(story.state, latest));
}

async function assertMayDecide(tx: Transaction, actor: MemberActor, story: StoryRow): Promise<void> {
  const { allowsSelfApproval } = await getOrganizationRules(tx, actor);
  const submittedById = await findSubmitterId(tx, actor, story.id);
  const refusal = whyNotDecide(actor, { ...story, submittedById }, allowsSelfApproval);
  assertCan(refusal === null, refusal ?? undefined);
}

async function assertReady(tx: Transaction, actor: MemberActor, story: StoryRow): Promise<void> {
  const captions = await listCaptions(tx, actor, story.id);
  const { requiredDisclosure } = await getOrganizationRules(tx, actor);
  const obstacle = whyNotReady({ ...story, captions }, requiredDisclosure, clock.now());
  if (obstacle) throw new DomainError("invalid", obstacle);
}
