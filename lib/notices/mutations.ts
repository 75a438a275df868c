import { and, arrayOverlaps, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { notices } from "#db/schema/notices.ts";
import type { Actor, MemberActor, Role } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { requestMailing } from "#lib/jobs/mailing.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import type { ReadNoticesInput } from "./schemas.ts";
import { type NoticeData, type NoticeKind, noticeKinds } from "./words.ts";

type NewNotice<Kind extends NoticeKind> = {
  kind: Kind;
  data: NoticeData<Kind>;
  /** What is told once: a second notice to the same member under this name is not made. */
  onceKey: string;
};

/** Tells a member something, in the app and by mail, in the transaction in which it happened. */
export async function notify<Kind extends NoticeKind>(
  tx: Executor,
  actor: Actor,
  { memberId, ...notice }: NewNotice<Kind> & { memberId: string },
): Promise<void> {
  await insertNotices(tx, actor, [memberId], notice);
}

/** Tells every admin who has joined and is not suspended. */
export async function notifyAdmins<Kind extends NoticeKind>(
  tx: Executor,
  actor: Actor,
  notice: NewNotice<Kind>,
): Promise<void> {
  await notifyRoles(tx, actor, ["admin"], notice);
}

/** Tells every member with one of these roles who has joined and is not suspended. */
export async function notifyRoles<Kind extends NoticeKind>(
  tx: Executor,
  actor: Actor,
  roles: Role[],
  notice: NewNotice<Kind>,
): Promise<void> {
  const told = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.organizationId, actor.organizationId),
        arrayOverlaps(members.roles, roles),
        isNotNull(members.joinedAt),
        isNull(members.suspendedAt),
      ),
    );
  await insertNotices(
    tx,
    actor,
    told.map(({ id }) => id),
    notice,
  );
}

/** Marks one of the member's own notices as read, or all. */
export async function readNotices(actor: MemberActor, { noticeId }: ReadNoticesInput): Promise<void> {
  const isOwn = and(eq(notices.organizationId, actor.organizationId), eq(notices.memberId, actor.memberId));
  const isMeant = noticeId ? and(isOwn, eq(notices.id, noticeId)) : isOwn;
  if (noticeId && (await db.select({ id: notices.id }).from(notices).where(isMeant)).length === 0)
    throw new DomainError("not_found");
  await db
    .update(notices)
    .set({ readAt: clock.now() })
    .where(and(isMeant, isNull(notices.readAt)));
}

/** What they were told of it is settled, so that it asks for nothing any more: in the transaction that settles it. */
export async function settleNotices(
  tx: Executor,
  { organizationId, memberId }: { organizationId: string; memberId: string },
  kinds: NoticeKind[],
  about: { shareId: string } | { network: NetworkId },
): Promise<void> {
  await tx
    .update(notices)
    .set({ readAt: clock.now() })
    .where(
      and(
        eq(notices.organizationId, organizationId),
        eq(notices.memberId, memberId),
        inArray(notices.kind, kinds),
        sql`${notices.data} @> ${JSON.stringify(about)}::jsonb`,
        isNull(notices.readAt),
      ),
    );
}

/** The same for what members were told of a story: of one of them, or of all. */
export async function settleStoryNotices(
  tx: Executor,
  { organizationId }: Actor,
  kinds: readonly NoticeKind[],
  storyId: string,
  memberId?: string,
): Promise<void> {
  await tx
    .update(notices)
    .set({ readAt: clock.now() })
    .where(
      and(
        eq(notices.organizationId, organizationId),
        memberId ? eq(notices.memberId, memberId) : undefined,
        inArray(notices.kind, [...kinds]),
        sql`${notices.data} @> ${JSON.stringify({ storyId })}::jsonb`,
        isNull(notices.readAt),
      ),
    );
}

async function insertNotices<Kind extends NoticeKind>(
  tx: Executor,
  { organizationId }: Actor,
  memberIds: string[],
  { kind, data, onceKey }: NewNotice<Kind>,
): Promise<void> {
  if (memberIds.length === 0) return;
  const kept = noticeKinds[kind].data.parse(data);
  const createdAt = clock.now();
  const made = await tx
    .insert(notices)
    .values(memberIds.map((memberId) => ({ organizationId, memberId, kind, data: kept, onceKey, createdAt })))
    .onConflictDoNothing()
    .returning({ id: notices.id });
  if (made.length > 0) requestMailing(organizationId);
}
