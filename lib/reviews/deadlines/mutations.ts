import { and, arrayOverlaps, eq, isNotNull, isNull, lte } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { stories } from "#db/schema/stories.ts";
import { audit } from "#lib/audit/mutations.ts";
import { type MemberActor, type SystemActor, systemActor } from "#lib/auth/actor.ts";
import { sayMoment } from "#lib/calendar.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { notify } from "#lib/notices/mutations.ts";
import { canCurate } from "#lib/stories/policy.ts";
import { isOwn } from "../policy.ts";
import { getReviewedStory, type ReviewedStory } from "../queries.ts";
import { judge } from "../required/judge.ts";
import { listYeses } from "../required/queries.ts";
import { toDeadline } from "./deadline.ts";
import type { SetDeadlineInput } from "./schemas.ts";

const dayMs = 86_400_000;

/** Says by when a story in review wants its decision, or that there is no hurry. */
export async function setDeadline(actor: MemberActor, { storyId, dueAt }: SetDeadlineInput): Promise<void> {
  await db.transaction(async (tx) => {
    const { timeZone } = await getReviewedStory(tx, actor, storyId);
    assertCan(canCurate(actor), "Only curators and admins set deadlines.");
    const set = await tx
      .update(stories)
      .set({ reviewDueAt: dueAt ? toDeadline(dueAt, timeZone) : null })
      .where(
        and(
          eq(stories.organizationId, actor.organizationId),
          eq(stories.id, storyId),
          eq(stories.state, "in_review"),
        ),
      )
      .returning({ id: stories.id });
    if (set.length === 0)
      throw new DomainError("conflict", "This story is not in review any more, so it waits for nobody.");
    await audit(tx, actor, "story.set_deadline", storyId, { dueAt });
  });
}

/** Reminds those who can decide of what is due within a day or overdue, each of them once. May be killed and run again. */
export async function remindOfReviews(): Promise<void> {
  const soon = new Date(clock.now().getTime() + dayMs);
  const due = await db
    .select({ organizationId: stories.organizationId, id: stories.id })
    .from(stories)
    .where(and(eq(stories.state, "in_review"), lte(stories.reviewDueAt, soon)));
  for (const { organizationId, id } of due)
    await remindOf(systemActor(organizationId, "tend-reviews"), id).catch((error: unknown) =>
      log.warn({ err: error, storyId: id }, "a review could not be reminded of"),
    );
}

async function remindOf(actor: SystemActor, storyId: string): Promise<void> {
  await db.transaction(async (tx) => {
    // Whoever decides meanwhile waits for this, and then settles the notices.
    await tx
      .select({ id: stories.id })
      .from(stories)
      .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.id, storyId)))
      .for("update");
    const reviewed = await getReviewedStory(tx, actor, storyId);
    const { state, reviewDueAt, title } = reviewed.story;
    if (state !== "in_review" || !reviewDueAt) return;
    const now = clock.now();
    const isOverdue = reviewDueAt <= now;
    const due = sayMoment(reviewDueAt, now, reviewed.timeZone);
    for (const memberId of await listWaitedFor(tx, actor, reviewed))
      await notify(tx, actor, {
        memberId,
        kind: "review.due",
        data: { storyId, title, due, isOverdue },
        onceKey: `review.due ${storyId} ${reviewDueAt.toISOString()} ${isOverdue ? "overdue" : "soon"}`,
      });
  });
}

/** Those whose word is still missing, and who may say it. */
async function listWaitedFor(
  tx: Transaction,
  actor: SystemActor,
  reviewed: ReviewedStory,
): Promise<Set<string>> {
  const { story, requirements, hands, allowsSelfApproval } = reviewed;
  const { waitsFor } = judge(requirements, await listYeses(tx, actor, story.id));
  const ofTopics = waitsFor.flatMap(({ people }) => people.map(({ id }) => id));
  const desk = waitsFor.some(({ topicName }) => topicName === null) ? await listDesk(tx, actor) : [];
  const able = desk.filter((id) => allowsSelfApproval || !isOwn(id, hands));
  return new Set([...ofTopics, ...able]);
}

async function listDesk(tx: Transaction, { organizationId }: SystemActor): Promise<string[]> {
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.organizationId, organizationId),
        arrayOverlaps(members.roles, ["curator", "admin"]),
        isNotNull(members.joinedAt),
        isNull(members.suspendedAt),
      ),
    );
  return rows.map(({ id }) => id);
}
