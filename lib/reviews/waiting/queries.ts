import { and, asc, count, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { countUnread } from "../comments/queries.ts";
import { isReviewedBy } from "../reach/queries.ts";
import { listApprovers, listTopicIds, listYeses } from "../required/queries.ts";
import type { WaitingPage } from "./schemas.ts";

const pageSize = 20;

/** What waits for an approver of topics: what is due first, soonest first, then what has waited longest. */
export async function listWaitingStories(actor: MemberActor, asked: number): Promise<WaitingPage> {
  const waits = and(
    eq(stories.organizationId, actor.organizationId),
    eq(stories.state, "in_review"),
    isReviewedBy(actor),
  );
  const [all] = await db.select({ count: count() }).from(stories).where(waits);
  const pageCount = Math.max(1, Math.ceil((all?.count ?? 0) / pageSize));
  const page = Math.min(asked, pageCount);
  const rows = await db
    .select({
      id: stories.id,
      title: stories.title,
      authorName: members.name,
      dueAt: stories.reviewDueAt,
      updatedAt: stories.updatedAt,
    })
    .from(stories)
    .innerJoin(
      members,
      and(
        eq(members.organizationId, stories.organizationId),
        eq(members.id, sql`coalesce(${stories.suggestedById}, ${stories.authorId})`),
      ),
    )
    .where(waits)
    .orderBy(sql`${stories.reviewDueAt} asc nulls last`, asc(stories.updatedAt), asc(stories.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const unread = await countUnread(
    actor,
    rows.map(({ id }) => id),
  );
  const shown = rows.map(async (row) => ({
    ...row,
    unread: unread.get(row.id) ?? 0,
    ...(await findOwnPart(actor, row.id)),
  }));
  return { stories: await Promise.all(shown), page, pageCount };
}

/** For which of its topics the approver is asked, and whether they have said yes. */
async function findOwnPart(actor: MemberActor, storyId: string) {
  const [approvers, yeses] = await Promise.all([
    listTopicIds(db, actor, storyId).then((topicIds) => listApprovers(db, actor, topicIds)),
    listYeses(db, actor, storyId),
  ]);
  return {
    topicNames: approvers.flatMap(({ id, topicName }) => (id === actor.memberId ? topicName : [])),
    hasSaidYes: yeses.some(({ memberId }) => memberId === actor.memberId),
  };
}
