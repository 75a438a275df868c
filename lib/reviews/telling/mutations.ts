import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import type { Actor, MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { notify, settleStoryNotices } from "#lib/notices/mutations.ts";
import type { StoryRow } from "#lib/stories/queries.ts";
import { listParticipants } from "../comments/queries.ts";
import { getReviewedStory, type ReviewedStory } from "../queries.ts";
import { judge } from "../required/judge.ts";
import { listYeses } from "../required/queries.ts";
import type { Decision } from "../schemas.ts";

/** Tells those whose yes the story's topics still require that it waits for them. */
export async function tellApprovers(
  tx: Transaction,
  actor: Actor,
  storyId: string,
  version: number,
): Promise<void> {
  const { story, requirements } = await getReviewedStory(tx, actor, storyId);
  if (story.state !== "in_review" || requirements.length === 0) return;
  const { waitsFor } = judge(requirements, await listYeses(tx, actor, storyId));
  for (const { topicName, people } of waitsFor)
    for (const { id: memberId } of people)
      if (topicName !== null && !isActor(actor, memberId))
        await notify(tx, actor, {
          memberId,
          kind: "review.requested",
          data: { storyId, title: story.title, topicName },
          onceKey: `review.requested ${storyId} ${version}`,
        });
}

type Decided = Pick<ReviewedStory, "story" | "hands" | "timeZone"> & { decision: Decision; reason: string };

/** Tells who wrote the story and who handed it in what became of it; nobody else is asked for it any more. */
export async function tellDecided(
  tx: Transaction,
  actor: MemberActor,
  { story, hands, timeZone, decision, reason }: Decided,
): Promise<void> {
  const asked = ["review.requested", "review.due"] as const;
  if (decision === "signed_off") {
    await settleStoryNotices(tx, actor, asked, story.id, actor.memberId);
    return;
  }
  await settleStoryNotices(tx, actor, asked, story.id);
  if (decision !== "approved" && decision !== "changes_requested" && decision !== "rejected") return;
  if (story.suggestedById && !isActor(actor, story.suggestedById))
    await notify(tx, actor, {
      memberId: story.suggestedById,
      kind: "suggestion.decided",
      data: {
        storyId: story.id,
        title: story.title,
        decision,
        words: reason.slice(0, 300),
        liveOn: story.publishAt && story.publishAt > clock.now() ? dayIn(timeZone, story.publishAt) : null,
      },
      onceKey: `suggestion.decided ${story.id} ${story.version}`,
    });
  // Whoever suggested it follows it in their own list, and has no desk.
  const told = new Set([hands.authorId, hands.submittedById].filter((id) => id !== story.suggestedById));
  for (const memberId of told)
    if (memberId && !isActor(actor, memberId))
      await notify(tx, actor, {
        memberId,
        kind: "review.decided",
        data: { storyId: story.id, title: story.title, decision, reason: reason.slice(0, 300) },
        onceKey: `review.decided ${story.id} ${story.version}`,
      });
}

type Commented = Pick<ReviewedStory, "story" | "hands"> & { commentId: string; text: string };

/** Tells whoever wrote the story, handed it in or wrote about it that there is something to answer. */
export async function tellComment(tx: Transaction, actor: MemberActor, commented: Commented): Promise<void> {
  const { story, hands, commentId, text } = commented;
  const byName = await getName(tx, actor.organizationId, actor.memberId);
  const told = [hands.authorId, hands.submittedById, ...(await listParticipants(tx, actor, story.id))];
  await tellEach(tx, actor, story, told, {
    kind: "review.comment",
    data: { storyId: story.id, title: story.title, byName, excerpt: excerptOf(text) },
    onceKey: `review.comment ${commentId}`,
  });
}

type Outside = { story: StoryRow; reviewer: { id: string; name: string; invitedById: string } };

/** The same of a comment from outside; whoever asked them hears of it, too. */
export async function tellOutsideComment(
  tx: Transaction,
  actor: Actor,
  { story, reviewer, commentId, text }: Outside & { commentId: string; text: string },
): Promise<void> {
  const told = [reviewer.invitedById, story.authorId, ...(await listParticipants(tx, actor, story.id))];
  await tellEach(tx, actor, story, told, {
    kind: "review.comment",
    data: { storyId: story.id, title: story.title, byName: reviewer.name, excerpt: excerptOf(text) },
    onceKey: `review.comment ${commentId}`,
  });
}

type Said = Outside & { verdict: "fine" | "wants_changes"; reason: string; saidAt: Date };

/** Tells what somebody outside thinks of a story. */
export async function tellVerdict(tx: Transaction, actor: Actor, said: Said): Promise<void> {
  const { story, reviewer, verdict, reason, saidAt } = said;
  await tellEach(tx, actor, story, [reviewer.invitedById, story.authorId], {
    kind: "review.outside",
    data: {
      ...{ storyId: story.id, title: story.title, name: reviewer.name, verdict },
      reason: excerptOf(reason),
    },
    onceKey: `review.outside ${reviewer.id} ${saidAt.toISOString()}`,
  });
}

async function tellEach<Kind extends "review.comment" | "review.outside">(
  tx: Transaction,
  actor: Actor,
  story: StoryRow,
  memberIds: readonly (string | null)[],
  notice: Omit<Parameters<typeof notify<Kind>>[2], "memberId">,
): Promise<void> {
  // Whoever suggested it follows it in their own list, and has no desk.
  for (const memberId of new Set(memberIds))
    if (memberId && memberId !== story.suggestedById && !isActor(actor, memberId))
      await notify(tx, actor, { ...notice, memberId } as Parameters<typeof notify<Kind>>[2]);
}

async function getName(tx: Transaction, organizationId: string, memberId: string): Promise<string> {
  const [member] = await tx
    .select({ name: members.name })
    .from(members)
    .where(and(eq(members.organizationId, organizationId), eq(members.id, memberId)));
  return member?.name ?? "";
}

const excerptOf = (text: string): string =>
  text.length > 200 ? `${text.slice(0, 200).toWellFormed()}…` : text;

const isActor = (actor: Actor, memberId: string): boolean =>
  actor.kind === "member" && actor.memberId === memberId;
