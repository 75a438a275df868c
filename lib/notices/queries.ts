import { and, count, desc, eq, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import type { Notice, NoticesPage } from "./schemas.ts";
import { sayNotice } from "./words.ts";

const pageSize = 20;

/** The member's own notices, newest first. */
export async function listNotices(actor: MemberActor, page: number): Promise<NoticesPage> {
  const rows = await db
    .select()
    .from(notices)
    .where(isOwn(actor))
    .orderBy(desc(notices.createdAt), desc(notices.id))
    .limit(pageSize + 1)
    .offset((page - 1) * pageSize);
  return {
    notices: rows.slice(0, pageSize).map(toNotice),
    page,
    hasMore: rows.length > pageSize,
    unread: await countUnreadNotices(actor),
  };
}

async function countUnreadNotices(actor: MemberActor): Promise<number> {
  const [found] = await db
    .select({ unread: count() })
    .from(notices)
    .where(and(isOwn(actor), isNull(notices.readAt)));
  return found?.unread ?? 0;
}

const isOwn = (actor: MemberActor) =>
  and(eq(notices.organizationId, actor.organizationId), eq(notices.memberId, actor.memberId));

function toNotice(row: typeof notices.$inferSelect): Notice {
  const { id, kind, createdAt, readAt } = row;
  return { id, kind, createdAt, isRead: readAt !== null, ...(sayNotice(row) ?? unknownKind) };
}

/** Of a newer Herald than this one, while they change places. */
const unknownKind = { title: "Something happened", body: "", href: "/notices", label: "Look again later" };
