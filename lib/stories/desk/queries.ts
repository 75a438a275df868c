import { and, asc, count, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { stories } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan } from "#lib/errors.ts";
import { canCurate } from "../policy.ts";
import { type StoryState, storyStates } from "../schemas.ts";
import type { DeskQueue, DeskStory } from "./schemas.ts";
import { visibilityOf } from "./visibility.ts";

const most = 200;

/** One queue of the desk. What waits for review comes oldest first, everything else newest first. */
export async function listDeskStories(actor: Actor, tab: StoryState): Promise<DeskQueue> {
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  const [queue, counts] = await Promise.all([listQueue(actor, tab), countStates(actor)]);
  return { tab, stories: queue, counts };
}

async function listQueue(actor: Actor, state: StoryState): Promise<DeskStory[]> {
  const author = alias(members, "author");
  const suggester = alias(members, "suggester");
  const order = state === "in_review" ? asc : desc;
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
    .orderBy(order(stories.updatedAt), order(stories.id))
    .limit(most);
  const now = clock.now();
  return rows.map(({ state: _, publishAt, expiresAt, ...story }) => ({
    ...story,
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
