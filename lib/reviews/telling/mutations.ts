import type { Transaction } from "#db/client.ts";
import type { Actor, MemberActor } from "#lib/auth/actor.ts";
import { notify, settleStoryNotices } from "#lib/notices/mutations.ts";
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

type Decided = Pick<ReviewedStory, "story" | "hands"> & { decision: Decision; reason: string };

/** Tells who wrote the story and who handed it in what became of it; nobody else is asked for it any more. */
export async function tellDecided(
  tx: Transaction,
  actor: MemberActor,
  { story, hands, decision, reason }: Decided,
): Promise<void> {
  const asked = ["review.requested", "review.due"] as const;
  if (decision === "signed_off") {
    await settleStoryNotices(tx, actor, asked, story.id, actor.memberId);
    return;
  }
  await settleStoryNotices(tx, actor, asked, story.id);
  if (decision !== "approved" && decision !== "changes_requested" && decision !== "rejected") return;
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

const isActor = (actor: Actor, memberId: string): boolean =>
  actor.kind === "member" && actor.memberId === memberId;
