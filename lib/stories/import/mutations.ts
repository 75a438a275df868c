import { and, between, eq, inArray, notExists, sql } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { reviewComments } from "#db/schema/reviews.ts";
import { stories } from "#db/schema/stories.ts";
import { topics } from "#db/schema/topics.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { assertCan } from "#lib/errors.ts";
import { insertStory } from "../mutations.ts";
import { canCurate } from "../policy.ts";
import { distinct, lowered } from "./judge-row.ts";
import type { ReadRow } from "./name-duplicates.ts";
import { readImport } from "./queries.ts";
import { chunkRows, type ImportProgress, type ImportStoriesInput } from "./schemas.ts";
import { storyIdsOf } from "./story-id.ts";

/**
 * Makes the drafts of the next rows, all or none, and says how far it came; the browser asks until all are gone through.
 * Sending the same part again makes nothing twice.
 */
export async function importStories(
  actor: MemberActor,
  { file, createTopics, importId, from }: ImportStoriesInput,
): Promise<ImportProgress> {
  const { rows } = await readImport(actor, { file, createTopics }, importId);
  const part = rows.slice(from, from + chunkRows);
  const ready = part.filter(({ status }) => status === "ready");
  const made = await db.transaction(async (tx) => {
    const topicIds = await addTopics(tx, actor, ready);
    const outcomes: boolean[] = [];
    for (const row of ready) outcomes.push(await makeDraft(tx, actor, row, topicIds));
    const count = outcomes.filter(Boolean).length;
    if (count > 0) await audit(tx, actor, "story.import", importId, { from, made: count });
    return count;
  });
  const already = part.filter(({ status }) => status === "made").length + ready.length - made;
  const gone = Math.min(rows.length, from + chunkRows);
  return { made, already, refused: part.length - made - already, gone, total: rows.length };
}

/** Takes back what an import made and nobody has touched since. Topics that it made stay. */
export async function undoImport(
  actor: MemberActor,
  { importId }: { importId: string },
): Promise<{ removed: number; kept: number }> {
  assertCan(canCurate(actor), "Only curators and admins import stories.");
  const { first, last } = storyIdsOf(importId);
  const ofImport = and(
    eq(stories.organizationId, actor.organizationId),
    eq(stories.authorId, actor.memberId),
    between(stories.id, first, last),
  );
  return db.transaction(async (tx) => {
    const comments = tx
      .select({ one: sql`1` })
      .from(reviewComments)
      .where(
        and(
          eq(reviewComments.organizationId, stories.organizationId),
          eq(reviewComments.storyId, stories.id),
        ),
      );
    const removed = await tx
      .delete(stories)
      .where(and(ofImport, eq(stories.state, "draft"), eq(stories.version, 1), notExists(comments)))
      .returning({ id: stories.id });
    const kept = await tx.$count(stories, ofImport);
    if (removed.length > 0)
      await audit(tx, actor, "story.undo_import", importId, { removed: removed.length, kept });
    return { removed: removed.length, kept };
  });
}

async function makeDraft(
  tx: Transaction,
  actor: MemberActor,
  { content, storyId, newTopics }: ReadRow,
  topicIds: Map<string, string>,
): Promise<boolean> {
  if (!content || !storyId) return false;
  const added = newTopics.flatMap((name) => topicIds.get(lowered(name)) ?? []);
  const story = { ...content, id: storyId, topicIds: [...content.topicIds, ...added] };
  return (await insertStory(tx, actor, actor.memberId, story)) !== null;
}

/** The topics that these rows name and that are not there yet. Whether the actor may make them was judged with the rows. */
async function addTopics(
  tx: Transaction,
  actor: MemberActor,
  rows: readonly ReadRow[],
): Promise<Map<string, string>> {
  const { organizationId } = actor;
  const names = distinct(rows.flatMap(({ newTopics }) => newTopics));
  if (names.length === 0) return new Map();
  const added = await tx
    .insert(topics)
    .values(names.map((name) => ({ organizationId, name })))
    .onConflictDoNothing()
    .returning({ id: topics.id, name: topics.name });
  for (const { id, name } of added) await audit(tx, actor, "topic.add", id, { name });
  const all = await tx
    .select({ id: topics.id, name: topics.name })
    .from(topics)
    .where(and(eq(topics.organizationId, organizationId), inArray(topics.name, names)));
  return new Map(all.map(({ id, name }) => [lowered(name), id]));
}
