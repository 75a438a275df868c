import { and, asc, count, eq, inArray, isNotNull, isNull, ne, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Executor } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { outsideReviewers, reviewComments, reviewLooks } from "#db/schema/reviews.ts";
import type { Actor, MemberActor } from "#lib/auth/actor.ts";
import { getReviewedStory } from "../queries.ts";
import type { CommentsPage } from "./schemas.ts";

const pageSize = 20;

/** What was said about a story, oldest first, and what of it is new to the viewer. */
export async function listComments(
  actor: MemberActor,
  storyId: string,
  asked?: number,
): Promise<CommentsPage> {
  await getReviewedStory(db, actor, storyId);
  const ofStory = storyComments(actor, storyId);
  const [counts] = await db
    .select({
      all: count(),
      unresolved: sql<number>`count(*) filter (where resolved_at is null)`.mapWith(Number),
    })
    .from(reviewComments)
    .where(ofStory);
  const pageCount = Math.max(1, Math.ceil((counts?.all ?? 0) / pageSize));
  const page = Math.min(asked ?? pageCount, pageCount);
  const seenAt = await findSeenAt(actor, storyId);
  const rows = await readComments(db, ofStory, page);
  return {
    comments: rows.map(({ memberId, ...comment }) => ({
      ...comment,
      isNew: memberId !== actor.memberId && (seenAt === null || comment.createdAt > seenAt),
    })),
    page,
    pageCount,
    unresolved: counts?.unresolved ?? 0,
  };
}

/** How many comments of others each of these stories has that the member has not seen. */
export async function countUnread(
  actor: MemberActor,
  storyIds: readonly string[],
): Promise<Map<string, number>> {
  if (storyIds.length === 0) return new Map();
  const rows = await db
    .select({ storyId: reviewComments.storyId, unread: count() })
    .from(reviewComments)
    .leftJoin(
      reviewLooks,
      and(
        eq(reviewLooks.organizationId, reviewComments.organizationId),
        eq(reviewLooks.storyId, reviewComments.storyId),
        eq(reviewLooks.memberId, actor.memberId),
      ),
    )
    .where(
      and(
        eq(reviewComments.organizationId, actor.organizationId),
        inArray(reviewComments.storyId, [...storyIds]),
        or(isNull(reviewComments.memberId), ne(reviewComments.memberId, actor.memberId)),
        or(isNull(reviewLooks.seenAt), sql`${reviewComments.createdAt} > ${reviewLooks.seenAt}`),
      ),
    )
    .groupBy(reviewComments.storyId);
  return new Map(rows.map(({ storyId, unread }) => [storyId, unread]));
}

/** The members who wrote about a story. */
export async function listParticipants(executor: Executor, actor: Actor, storyId: string): Promise<string[]> {
  const rows = await executor
    .selectDistinct({ memberId: reviewComments.memberId })
    .from(reviewComments)
    .where(and(storyComments(actor, storyId), isNotNull(reviewComments.memberId)));
  return rows.flatMap(({ memberId }) => memberId ?? []);
}

async function readComments(executor: Executor, where: ReturnType<typeof and>, page: number) {
  const resolver = alias(members, "resolver");
  const rows = await executor
    .select({
      id: reviewComments.id,
      version: reviewComments.storyVersion,
      memberId: reviewComments.memberId,
      memberName: members.name,
      outsideName: outsideReviewers.name,
      text: reviewComments.text,
      createdAt: reviewComments.createdAt,
      resolvedAt: reviewComments.resolvedAt,
      resolvedByName: resolver.name,
    })
    .from(reviewComments)
    .leftJoin(
      members,
      and(eq(members.organizationId, reviewComments.organizationId), eq(members.id, reviewComments.memberId)),
    )
    .leftJoin(
      outsideReviewers,
      and(
        eq(outsideReviewers.organizationId, reviewComments.organizationId),
        eq(outsideReviewers.id, reviewComments.outsideReviewerId),
      ),
    )
    .leftJoin(
      resolver,
      and(
        eq(resolver.organizationId, reviewComments.organizationId),
        eq(resolver.id, reviewComments.resolvedById),
      ),
    )
    .where(where)
    .orderBy(asc(reviewComments.createdAt), asc(reviewComments.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  return rows.map(({ memberName, outsideName, ...comment }) => ({
    ...comment,
    authorName: memberName ?? outsideName ?? "",
    isOutside: memberName === null,
  }));
}

async function findSeenAt(actor: MemberActor, storyId: string): Promise<Date | null> {
  const [look] = await db
    .select({ seenAt: reviewLooks.seenAt })
    .from(reviewLooks)
    .where(
      and(
        eq(reviewLooks.organizationId, actor.organizationId),
        eq(reviewLooks.storyId, storyId),
        eq(reviewLooks.memberId, actor.memberId),
      ),
    );
  return look?.seenAt ?? null;
}

const storyComments = (actor: Actor, storyId: string) =>
  and(eq(reviewComments.organizationId, actor.organizationId), eq(reviewComments.storyId, storyId));
