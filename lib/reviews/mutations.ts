import { and, eq } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { reviews } from "#db/schema/reviews.ts";
import { stories } from "#db/schema/stories.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { scoreApprovedSuggestion } from "#lib/scores/mutations.ts";
import { listCaptions } from "#lib/stories/captions/queries.ts";
import { findImageAlt } from "#lib/stories/images/queries.ts";
import { canCurate } from "#lib/stories/policy.ts";
import { getOrganizationRules, getStoryRow, type StoryRow } from "#lib/stories/queries.ts";
import type { StoryStanding } from "#lib/stories/schemas.ts";
import { toDeadline } from "./deadlines/deadline.ts";
import { assertAnyNetwork, isSameChoice } from "./networks/choice.ts";
import { whyNotDecide } from "./policy.ts";
import { findLatestReview, getReviewedStory, listDecisions, type ReviewedStory } from "./queries.ts";
import { whyNotReady } from "./readiness.ts";
import { judge, sayWaits } from "./required/judge.ts";
import { listYeses } from "./required/queries.ts";
import type { ApproveInput, DecideInput, Decision, DecisionAct, SubmitInput } from "./schemas.ts";
import { beenDecided } from "./sentences.ts";
import { tellApprovers, tellDecided } from "./telling/mutations.ts";
import { canFollow, stateAfter } from "./transitions.ts";

/** Hands a story in for review, and says by when a decision is wanted. */
export async function submitStory(actor: MemberActor, input: SubmitInput): Promise<StoryStanding> {
  return decide(actor, "submitted", input, async (tx, reviewed) => {
    await assertReady(tx, actor, reviewed.story);
    if (input.dueAt === undefined) return {};
    return { set: { reviewDueAt: input.dueAt ? toDeadline(input.dueAt, reviewed.timeZone) : null } };
  });
}

/**
 * Says yes. Once every yes that is needed was said, the story goes into the library: live at once, or when its publish time
 * comes. Until then it stays in review, and the yes is kept.
 */
export async function approveStory(actor: MemberActor, input: ApproveInput): Promise<StoryStanding> {
  const networks = input.networks ?? null;
  return decide(actor, "approved", input, async (tx, reviewed) => {
    const { story } = reviewed;
    assertMayDecide(actor, reviewed);
    await assertReady(tx, actor, story);
    const said = await listYeses(tx, actor, story.id);
    const own = { memberId: actor.memberId, mayDecide: canCurate(actor), networks };
    const others = said.filter(({ memberId }) => memberId !== actor.memberId);
    const { waitsFor, networks: allowed } = judge(reviewed.requirements, [...others, own]);
    if (waitsFor.length > 0) {
      const before = said.find(({ memberId }) => memberId === actor.memberId);
      if (before && isSameChoice(before.networks, networks))
        throw new DomainError("conflict", `You have said yes already. ${sayWaits(waitsFor)}`);
      return { decision: "signed_off", networks };
    }
    assertAnyNetwork(allowed);
    const now = clock.now();
    // A story that was approved before keeps its place in the feed; a new one is never older than its approval.
    const isLate = !story.publishAt || (!story.approvedAt && story.publishAt < now);
    return {
      networks,
      set: {
        approvedAt: now,
        approvedNetworks: allowed,
        reviewDueAt: null,
        publishAt: isLate ? now : story.publishAt,
      },
    };
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

type Prepared = {
  set?: Partial<StoryRow>;
  networks?: NetworkId[] | null;
  /** What the decision comes to, when that is another one. */
  decision?: Decision;
};
type Prepare = (tx: Transaction, reviewed: ReviewedStory) => Promise<Prepared>;

const refusal =
  (actor: MemberActor): Prepare =>
  async (_tx, reviewed) => {
    assertMayDecide(actor, reviewed);
    return { set: { reviewDueAt: null } };
  };

/** Decisions that an approver of one of the story's topics takes, too. */
const ofReviewers: readonly Decision[] = ["approved", "changes_requested", "rejected"];

/** One decision: of two people who decide on the same version, the first wins and the other learns who it was. */
async function decide(
  actor: MemberActor,
  asked: DecisionAct,
  { storyId, version, reason }: DecideInput,
  prepare: Prepare,
): Promise<StoryStanding> {
  return db.transaction(async (tx) => {
    const reviewed = await getReviewedStory(tx, actor, storyId);
    const { story } = reviewed;
    assertCan(canCurate(actor) || ofReviewers.includes(asked), "Only curators and admins decide on stories.");
    if (story.version !== version || !canFollow(story.state, asked))
      return whenLost(tx, actor, story, asked, version);
    const { set = {}, networks = null, decision = asked } = await prepare(tx, reviewed);
    const state = stateAfter(decision, await listDecisions(tx, actor, storyId));

    const [decided] = await tx
      .update(stories)
      .set({ ...set, state, version: version + 1, updatedAt: clock.now() })
      .where(
        and(
          eq(stories.organizationId, actor.organizationId),
          eq(stories.id, storyId),
          eq(stories.state, story.state),
          eq(stories.version, version),
        ),
      )
      .returning({ id: stories.id, state: stories.state, version: stories.version });
    if (!decided) return whenLost(tx, actor, await getStoryRow(tx, actor, storyId), asked, version);
    await tx.insert(reviews).values({
      organizationId: actor.organizationId,
      storyId,
      storyVersion: version,
      memberId: actor.memberId,
      decision,
      reason,
      networks,
      decidedAt: clock.now(),
    });
    if (decision === "approved" && story.suggestedById) await scoreApprovedSuggestion(tx, actor, storyId);
    if (decision === "submitted") await tellApprovers(tx, actor, storyId, decided.version);
    else await tellDecided(tx, actor, { ...reviewed, decision, reason });
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
  asked: DecisionAct,
  version: number,
): Promise<StoryStanding> {
  const latest = await findLatestReview(tx, actor, story.id);
  const came = latest?.decision === "signed_off" ? "approved" : latest?.decision;
  const isRepeat = came === asked && latest?.memberId === actor.memberId && story.version === version + 1;
  if (isRepeat) return { id: story.id, state: story.state, version: story.version };
  throw new DomainError("conflict", beenDecided(story.state, latest));
}

function assertMayDecide(actor: MemberActor, reviewed: ReviewedStory): void {
  const { hands, approverIds, allowsSelfApproval } = reviewed;
  const refusal = whyNotDecide(actor, hands, approverIds, allowsSelfApproval);
  assertCan(refusal === null, refusal ?? undefined);
}

async function assertReady(tx: Transaction, actor: MemberActor, story: StoryRow): Promise<void> {
  const captions = await listCaptions(tx, actor, story.id);
  const { requiredDisclosure } = await getOrganizationRules(tx, actor);
  const imageAlt = await findImageAlt(tx, actor, story.imageId);
  const obstacle = whyNotReady({ ...story, captions, imageAlt }, requiredDisclosure, clock.now());
  if (obstacle) throw new DomainError("invalid", obstacle);
}
