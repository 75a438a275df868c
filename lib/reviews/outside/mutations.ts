import { and, count, eq, gt, isNull } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { organizations } from "#db/schema/organizations.ts";
import { outsideReviewers, reviewComments } from "#db/schema/reviews.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { canSendMail, composeMail, sendMail } from "#lib/mail.ts";
import { consume } from "#lib/rate-limits.ts";
import { canCurate } from "#lib/stories/policy.ts";
import { getStoryRow } from "#lib/stories/queries.ts";
import { findContentVersion } from "#lib/stories/versions/queries.ts";
import { look } from "../looks/look.ts";
import { canBeSeenOutside, isOpenOutside } from "../policy.ts";
import { tellOutsideComment, tellVerdict } from "../telling/mutations.ts";
import { getGuest, type OutsideGuest, toSeen } from "./queries.ts";
import type { InviteOutsideInput, OutsideAct, OutsideInvitation, OutsideReviewerInput } from "./schemas.ts";
import { hashToken, newToken } from "./token.ts";

const dayMs = 86_400_000;
const mostLinks = 20;
const mostComments = 100;

/** Makes a link for somebody without an account, and mails it where that is set up. The link is told once, here. */
export async function inviteOutside(
  actor: MemberActor,
  { storyId, name, email, days }: InviteOutsideInput,
): Promise<OutsideInvitation> {
  const token = newToken();
  const title = await db.transaction(async (tx) => {
    const story = await getStoryRow(tx, actor, storyId);
    assertCan(canCurate(actor), "Only curators and admins ask somebody outside.");
    assertCan(canBeSeenOutside(story.state), "This story is archived. Restore it first.");
    await consume("outsideInvitation", actor.organizationId);
    await assertRoom(tx, actor, storyId);
    const id = newId();
    await tx.insert(outsideReviewers).values({
      organizationId: actor.organizationId,
      id,
      storyId,
      name,
      email,
      tokenHash: hashToken(token),
      invitedById: actor.memberId,
      expiresAt: new Date(clock.now().getTime() + days * dayMs),
      createdAt: clock.now(),
    });
    await audit(tx, actor, "story.invite_outside", storyId, { reviewerId: id, name, days });
    return story.title;
  });
  const link = `${env.PUBLIC_URL}/review/${token}`;
  return { link, mail: await mailLink(actor, { link, title, email, days }) };
}

/** Takes a link back: it opens nothing from now on. What its reader said stays in the history. */
export async function revokeOutside(actor: MemberActor, { reviewerId }: OutsideReviewerInput): Promise<void> {
  await db.transaction(async (tx) => {
    const isMeant = and(
      eq(outsideReviewers.organizationId, actor.organizationId),
      eq(outsideReviewers.id, reviewerId),
    );
    const [reviewer] = await tx
      .select({ storyId: outsideReviewers.storyId })
      .from(outsideReviewers)
      .where(isMeant);
    if (!reviewer) throw new DomainError("not_found", "There is no such link.");
    assertCan(canCurate(actor), "Only curators and admins take links back.");
    const revoked = await tx
      .update(outsideReviewers)
      .set({ revokedAt: clock.now() })
      .where(and(isMeant, isNull(outsideReviewers.revokedAt)))
      .returning({ id: outsideReviewers.id });
    if (revoked.length > 0) await audit(tx, actor, "story.revoke_outside", reviewer.storyId, { reviewerId });
  });
}

/** What the reader of a link does. It informs those who decide, and never is a decision. */
export async function actOutside(token: string, act: OutsideAct): Promise<void> {
  const { reviewer } = await getGuest(db, token);
  await consume("outsideAct", reviewer.id);
  await db.transaction(async (tx) => {
    const guest = await getGuest(tx, token);
    if (act.act === "look") await noteLook(tx, guest, act.version);
    else if (act.act === "comment") await writeOutside(tx, guest, act.text);
    else await sayVerdict(tx, guest, act);
  });
}

/** Only what they were really shown, which is not newer than what there is. */
async function noteLook(tx: Transaction, { actor, reviewer }: OutsideGuest, version: number): Promise<void> {
  const newest = await findContentVersion(tx, actor, reviewer.storyId);
  await tx
    .update(outsideReviewers)
    .set({
      ...look(toSeen(reviewer), Math.min(version, newest)),
      openedAt: reviewer.openedAt ?? clock.now(),
    })
    .where(isSame(reviewer));
}

async function writeOutside(tx: Transaction, guest: OutsideGuest, text: string): Promise<void> {
  const { actor, reviewer } = guest;
  const story = await getOpenStory(tx, guest);
  const [written] = await tx
    .select({ count: count() })
    .from(reviewComments)
    .where(
      and(
        eq(reviewComments.organizationId, reviewer.organizationId),
        eq(reviewComments.outsideReviewerId, reviewer.id),
      ),
    );
  if ((written?.count ?? 0) >= mostComments)
    throw new DomainError("limit_reached", "That is a lot of comments. Talk to whoever sent you the link.");
  const id = newId();
  await tx.insert(reviewComments).values({
    organizationId: reviewer.organizationId,
    id,
    storyId: story.id,
    storyVersion: story.version,
    outsideReviewerId: reviewer.id,
    text,
    createdAt: clock.now(),
  });
  await tellOutsideComment(tx, actor, { story, reviewer, commentId: id, text });
  await audit(tx, actor, "story.comment", story.id, { commentId: id, name: reviewer.name });
}

async function sayVerdict(
  tx: Transaction,
  guest: OutsideGuest,
  { verdict, reason, version }: Extract<OutsideAct, { act: "say" }>,
): Promise<void> {
  const { actor, reviewer } = guest;
  const story = await getOpenStory(tx, guest);
  const newest = await findContentVersion(tx, actor, story.id);
  if (version !== newest)
    throw new DomainError(
      "conflict",
      "The story was changed while you were reading. Look at it again, then say what you think.",
    );
  const isRepeat =
    reviewer.verdict === verdict && reviewer.reason === reason && reviewer.storyVersion === version;
  if (isRepeat) return;
  const saidAt = clock.now();
  await tx
    .update(outsideReviewers)
    .set({
      verdict,
      reason,
      storyVersion: version,
      saidAt,
      openedAt: reviewer.openedAt ?? saidAt,
      ...look(toSeen(reviewer), version),
    })
    .where(isSame(reviewer));
  await tellVerdict(tx, actor, { story, reviewer, verdict, reason, saidAt });
  await audit(tx, actor, "story.outside_verdict", story.id, {
    name: reviewer.name,
    verdict,
    version,
    reason,
  });
}

async function getOpenStory(tx: Transaction, { actor, reviewer }: OutsideGuest) {
  const story = await getStoryRow(tx, actor, reviewer.storyId);
  if (!isOpenOutside(story.state))
    throw new DomainError(
      "conflict",
      "This story has been decided on in the meantime. Thank you for looking.",
    );
  return story;
}

const isSame = (reviewer: OutsideGuest["reviewer"]) =>
  and(
    eq(outsideReviewers.organizationId, reviewer.organizationId),
    eq(outsideReviewers.id, reviewer.id),
    isNull(outsideReviewers.revokedAt),
  );

async function assertRoom(tx: Transaction, actor: MemberActor, storyId: string): Promise<void> {
  const [open] = await tx
    .select({ count: count() })
    .from(outsideReviewers)
    .where(
      and(
        eq(outsideReviewers.organizationId, actor.organizationId),
        eq(outsideReviewers.storyId, storyId),
        isNull(outsideReviewers.revokedAt),
        gt(outsideReviewers.expiresAt, clock.now()),
      ),
    );
  if ((open?.count ?? 0) >= mostLinks)
    throw new DomainError("limit_reached", `${mostLinks} links to this story are open. Take one back first.`);
}

async function mailLink(
  actor: MemberActor,
  { link, title, email, days }: { link: string; title: string; email: string; days: number },
): Promise<OutsideInvitation["mail"]> {
  if (!email || !canSendMail()) return "off";
  const [organization] = await db
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, actor.organizationId));
  const name = organization?.name ?? "Somebody";
  try {
    await sendMail(
      composeMail(email, `${name} asks what you think of “${title}”`, {
        paragraphs: [
          "Hello,",
          `${name} is about to publish “${title}” and would like you to look at it first. You need no account.`,
        ],
        button: { label: "Read it", href: link },
        footer: `The link is for you alone and holds for ${days} ${days === 1 ? "day" : "days"}.`,
      }),
    );
    return "sent";
  } catch (error) {
    log.warn({ err: error }, "a link for an outside reviewer could not be mailed");
    return "failed";
  }
}
