import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { notices } from "#db/schema/notices.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { composeMail, type Mail, sendMail } from "#lib/mail.ts";
import { sayNotice } from "../words.ts";
import { waitsForMail } from "./queries.ts";

const batch = 100;

/**
 * Mails the organization's new notices, each at most once. Throws when some must be tried again.
 * @returns whether that was all of them
 */
export async function mailNotices(actor: Actor): Promise<boolean> {
  const waiting = await listWaiting(actor);
  const outcomes = [];
  for (const notice of waiting) outcomes.push(await mailNotice(actor, notice));
  if (outcomes.includes("try_again")) throw new Error("the mail server did not take every notice");
  return waiting.length < batch;
}

type Waiting = Awaited<ReturnType<typeof listWaiting>>[number];

const listWaiting = ({ organizationId }: Actor) =>
  db
    .select({ id: notices.id, kind: notices.kind, data: notices.data, email: members.email })
    .from(notices)
    .innerJoin(
      members,
      and(eq(members.organizationId, notices.organizationId), eq(members.id, notices.memberId)),
    )
    .where(
      and(
        eq(notices.organizationId, organizationId),
        waitsForMail(),
        isNotNull(members.joinedAt),
        isNull(members.suspendedAt),
      ),
    )
    .orderBy(notices.createdAt)
    .limit(batch);

/** Claimed before it is sent: whoever is killed in between leaves a mail unsent rather than sent twice. The notice itself is there. */
async function mailNotice(actor: Actor, notice: Waiting): Promise<"done" | "try_again"> {
  const words = sayNotice(notice);
  if (!words || !(await claim(actor, notice.id))) return "done";
  try {
    await sendMail(toMail(notice.email, words));
    return "done";
  } catch (error) {
    if (isForGood(error)) {
      log.warn({ err: error, noticeId: notice.id }, "a notice could not be mailed");
      return "done";
    }
    await release(actor, notice.id);
    return "try_again";
  }
}

const toMail = (email: string, words: NonNullable<ReturnType<typeof sayNotice>>): Mail =>
  composeMail(email, words.title, {
    paragraphs: [words.title, words.body].map((text) => (/[.?]$/.test(text) ? text : `${text}.`)),
    button: { label: words.label, href: `${env.PUBLIC_URL}${words.href}` },
    footer: `You find all of this in Herald too: ${env.PUBLIC_URL}/notices`,
  });

async function claim({ organizationId }: Actor, id: string): Promise<boolean> {
  const claimed = await db
    .update(notices)
    .set({ mailedAt: clock.now() })
    .where(and(eq(notices.organizationId, organizationId), eq(notices.id, id), isNull(notices.mailedAt)))
    .returning({ id: notices.id });
  return claimed.length > 0;
}

async function release({ organizationId }: Actor, id: string): Promise<void> {
  await db
    .update(notices)
    .set({ mailedAt: null })
    .where(and(eq(notices.organizationId, organizationId), eq(notices.id, id)));
}

/** Whether the server refused the mail itself: another try would end the same. */
const isForGood = (error: unknown): boolean =>
  error instanceof Error && "responseCode" in error && Number(error.responseCode) >= 500;
