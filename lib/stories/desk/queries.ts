import { and, asc, count, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { stories } from "#db/schema/stories.ts";
import type { Actor, MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan } from "#lib/errors.ts";
import { countUnread } from "#lib/reviews/comments/queries.ts";
import { canCurate } from "../policy.ts";
import { type StoryState, storyStates } from "../schemas.ts";
import type { DeskQueue, DeskStory } from "./schemas.ts";
import { visibilityOf } from "./visibility.ts";

const most = 200;

/** One queue of the desk. Of what waits for review comes first what is due, soonest first, then the oldest; else the newest. */
export async function listDeskStories(actor: MemberActor, tab: StoryState): Promise<DeskQueue> {
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  const [queue, counts] = await Promise.all([listQueue(actor, tab), countStates(actor)]);
  return { tab, stories: queue, counts };
}

async function listQueue(actor: MemberActor, state: StoryState): Promise<DeskStory[]> {
  const author = alias(members, "author");
  const suggester = alias(members, "suggester");
  const dueFirst = sql`${stories.reviewDueAt} asc nulls last`;
  const order =
    state === "in_review"
      ? [dueFirst, asc(stories.updatedAt), asc(stories.id)]
      : [desc(stories.updatedAt), desc(stories.id)];
  const rows = await db
    .select({
      id: stories.id,
      kind: stories.kind,
      state: stories.state,
      title: stories.title,
      siteName: stories.siteName,
      authorName: author.name,
      suggestedByName: suggester.name,
      updatedAt: stories.updatedAt,
      dueAt: stories.reviewDueAt,
      publishAt: stories.publishAt,
      expiresAt: stories.expiresAt,
    })
    .from(stories)
    .innerJoin(
      author,
      and(eq(author.organizationId, stories.organizationId), eq(author.id, stories.authorId)),
    )
    .leftJoin(
      suggester,
      and(eq(suggester.organizationId, stories.organizationId), eq(suggester.id, stories.suggestedById)),
    )
    .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.state, state)))
    .orderBy(...order)
    .limit(most);
  const now = clock.now();
  const unread = await countUnread(
    actor,
    rows.map(({ id }) => id),
  );
  return rows.map(({ state: _, publishAt, expiresAt, ...story }) => ({
    ...story,
    unread: unread.get(story.id) ?? 0,
    visibility: visibilityOf({ state, publishAt, expiresAt }, now),
  }));
}

async function countStates(actor: Actor): Promise<Record<StoryState, number>> {
  const rows = await db
    .select({ state: stories.state, count: count() })
    .from(stories)
    .where(eq(stories.organizationId, actor.organizationId))
    .groupBy(stories.state);
  const counted = new Map(rows.map((row) => [row.state, row.count]));
  return Object.fromEntries(storyStates.map((state) => [state, counted.get(state) ?? 0])) as Record<
    StoryState,
    number
  >;
}
