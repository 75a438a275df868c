import { and, asc, count, desc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "#db/client.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { members } from "#db/schema/members.ts";
import { stories, storyTopics } from "#db/schema/stories.ts";
import { topics } from "#db/schema/topics.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan } from "#lib/errors.ts";
import { visibilityOf } from "../desk/visibility.ts";
import { canCurate } from "../policy.ts";
import { getOrganizationRules } from "../queries.ts";
import { newestOf, planSearch, type StorySearch } from "../search/queries.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { clicksByStory, readFigures, sharesByStory } from "./figures/queries.ts";
import { type LibraryFilters, orderOf, type Sort } from "./filters.ts";
import { matching } from "./matching/queries.ts";
import {
  type LibraryInput,
  type LibraryPage,
  type LibraryStory,
  type MatchingStories,
  mostChosen,
} from "./schemas.ts";

const pageSize = 50;

/** A page of all stories of the organization, in any state, as the desk filters and sorts them. */
export async function listLibrary(actor: Actor, { filters, place }: LibraryInput): Promise<LibraryPage> {
  const { where, listed, key, dir } = await plan(actor, filters);
  const isBackwards = place.after === undefined && place.before !== undefined;
  const start = readCursor(place.after ?? place.before, key.type);
  const isDown = (dir === "desc") !== isBackwards;

  const [found, total] = await Promise.all([
    selectRows(key)
      .where(and(listed, start && isBeyond(key, start, isDown)))
      .orderBy(isDown ? desc(key.value) : asc(key.value), isDown ? desc(stories.id) : asc(stories.id))
      .limit(pageSize + 1),
    countMatches(where),
  ]);
  const hasMore = found.length > pageSize;
  const rows = isBackwards ? found.slice(0, pageSize).reverse() : found.slice(0, pageSize);
  const [first, last] = [rows.at(0), rows.at(-1)];
  const isStart = isBackwards ? !hasMore : !start;
  const isEnd = isBackwards ? !start : !hasMore;
  return {
    stories: await toLibraryStories(actor, rows),
    total,
    after: last && !isEnd ? writeCursor(last.key, last.id) : null,
    before: first && !isStart ? writeCursor(first.key, first.id) : null,
  };
}

/** The first of all that match, in the table's order, to be changed together. */
export async function listMatching(actor: Actor, { filters }: LibraryInput): Promise<MatchingStories> {
  const { where, key, dir } = await plan(actor, filters);
  const order = dir === "desc" ? desc : asc;
  const [rows, total] = await Promise.all([
    selectRows(key).where(where).orderBy(order(key.value), order(stories.id)).limit(mostChosen),
    countMatches(where),
  ]);
  return { stories: rows.map(({ id, version, title }) => ({ id, version, title })), total };
}

type Key = { value: SQL; type: "timestamptz" | "text" | "bigint" | "float8" };

async function plan(actor: Actor, filters: LibraryFilters) {
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  const [{ timeZone }, search] = await Promise.all([
    getOrganizationRules(db, actor),
    planSearch(actor, filters.q),
  ]);
  const { sort, dir } = orderOf(filters);
  const where = and(matching(actor, filters, timeZone), search?.where);
  const isOwn = eq(stories.organizationId, actor.organizationId);
  const listed = sort === "fit" && search ? and(isOwn, newestOf(where, stories.updatedAt)) : where;
  return { where, listed, key: keyOf(actor, sort, search), dir };
}

/** What the table is sorted by: never null, so that a page can begin after any row. */
function keyOf(actor: Actor, sort: Sort, search: StorySearch | null): Key {
  if (sort === "fit" && search) return { value: search.score, type: "float8" };
  if (sort === "publish")
    return { value: sql`coalesce(${stories.publishAt}, '-infinity'::timestamptz)`, type: "timestamptz" };
  if (sort === "expires")
    return { value: sql`coalesce(${stories.expiresAt}, 'infinity'::timestamptz)`, type: "timestamptz" };
  if (sort === "title") return { value: sql`lower(${stories.title})`, type: "text" };
  if (sort === "shares" || sort === "clicks") {
    const sums = (sort === "shares" ? sharesByStory(actor) : clicksByStory(actor)).as("sums");
    // Added up once for all stories, and not once for each: the planner keeps an uncorrelated map.
    const map = db.select({ map: sql`jsonb_object_agg(story_id, ${sql.raw(sort)})` }).from(sums);
    return { value: sql`coalesce(((${map}) ->> ${stories.id}::text)::bigint, 0)`, type: "bigint" };
  }
  return { value: sql`${stories.updatedAt}`, type: "timestamptz" };
}

function isBeyond({ value, type }: Key, { key, id }: { key: string; id: string }, isDown: boolean): SQL {
  const start = sql`(${key}::${sql.raw(type)}, ${id}::uuid)`;
  return isDown ? sql`(${value}, ${stories.id}) < ${start}` : sql`(${value}, ${stories.id}) > ${start}`;
}

async function countMatches(where: SQL | undefined): Promise<number> {
  const [row] = await db.select({ count: count() }).from(stories).where(where);
  return row?.count ?? 0;
}

const author = alias(members, "author");
const suggester = alias(members, "suggester");

function selectRows(key: Key) {
  return db
    .select({
      id: stories.id,
      version: stories.version,
      kind: stories.kind,
      state: stories.state,
      title: stories.title,
      siteName: stories.siteName,
      language: stories.language,
      imageId: stories.imageId,
      publishAt: stories.publishAt,
      expiresAt: stories.expiresAt,
      updatedAt: stories.updatedAt,
      authorName: author.name,
      suggestedByName: suggester.name,
      campaignName: campaigns.name,
      key: sql<string>`(${key.value})::text`,
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
    .leftJoin(
      campaigns,
      and(eq(campaigns.organizationId, stories.organizationId), eq(campaigns.id, stories.campaignId)),
    )
    .$dynamic();
}

type Row = Awaited<ReturnType<typeof selectRows>>[number];

async function toLibraryStories(actor: Actor, rows: Row[]): Promise<LibraryStory[]> {
  const ids = rows.map(({ id }) => id);
  const [figures, topicNames] = await Promise.all([readFigures(actor, ids), listTopicNames(actor, ids)]);
  const now = clock.now();
  return rows.map(({ key: _, ...row }) => ({
    ...row,
    visibility: visibilityOf(row, now),
    publishAt: row.publishAt?.toISOString() ?? null,
    expiresAt: row.expiresAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    topicNames: topicNames.get(row.id) ?? [],
    shares: figures.get(row.id)?.shares ?? null,
    clicks: figures.get(row.id)?.clicks ?? null,
  }));
}

async function listTopicNames({ organizationId }: Actor, ids: string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ storyId: storyTopics.storyId, name: topics.name })
    .from(storyTopics)
    .innerJoin(
      topics,
      and(eq(topics.organizationId, storyTopics.organizationId), eq(topics.id, storyTopics.topicId)),
    )
    .where(and(eq(storyTopics.organizationId, organizationId), inArray(storyTopics.storyId, ids)))
    .orderBy(asc(topics.name));
  const namesOf = Map.groupBy(rows, ({ storyId }) => storyId);
  return new Map([...namesOf].map(([storyId, named]) => [storyId, named.map(({ name }) => name)]));
}
