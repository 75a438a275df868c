import { and, desc, eq, exists, inArray, not, or, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { stories, storyTopics } from "#db/schema/stories.ts";
import { topics } from "#db/schema/topics.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { sayDay } from "#lib/calendar.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { getReader, isLiveFor, type Reader } from "../live/queries.ts";
import { newestOf, planSearch, type StorySearch } from "../search/queries.ts";
import { type FeedRow, selectStories, toFeedStories } from "./rows/queries.ts";
import type {
  FeedPage,
  FeedStory,
  FeedTopic,
  FeedVisit,
  FollowableTopic,
  ListLiveStoriesInput,
  LiveStory,
} from "./schemas.ts";
import { endOfLastVisit, record } from "./visit.ts";

const pageSize = 10;

/**
 * The stories that are live and meant for this member, newest first: those of the topics they follow and those without a
 * topic. Everything comes when they follow none, ask for everything, look at one topic, or search; of a search, what fits
 * best and is new.
 */
export async function listLiveStories(actor: MemberActor, input: ListLiveStoriesInput): Promise<FeedPage> {
  const [reader, search] = await Promise.all([getReader(actor), planSearch(actor, input.q)]);
  const topic = input.topic ? carriesTopic(actor, [input.topic]) : undefined;
  const matches = and(isLiveFor(actor, reader), topic, search?.where, isForYou(actor, reader, input));
  const rows = await selectStories(actor)
    .where(
      and(
        search ? and(isOwn(actor), newestOf(matches, stories.publishAt)) : matches,
        isAfter(actor, input.cursor, search),
      ),
    )
    .orderBy(...(search ? [desc(search.score)] : []), desc(stories.publishAt), desc(stories.id))
    .limit(pageSize + 1);
  const page = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? page.at(-1) : undefined;
  return { stories: await toFeedStories(actor, reader, page), nextCursor: last?.id ?? null };
}

/** Throws not_found unless the story is live and meant for this member. */
export async function getLiveStory(actor: MemberActor, id: string): Promise<LiveStory> {
  const reader = await getReader(actor);
  const rows = await selectStories(actor).where(and(isLiveFor(actor, reader), eq(stories.id, id)));
  const [row] = rows;
  const [story] = await toFeedStories(actor, reader, rows);
  if (!row || !story)
    throw new DomainError("not_found", "This story is not live any more, or it is not meant for you.");
  const { body, url, campaign, approvedNetworks } = row;
  const marked = story.topics.map((topic) => withFollowing(topic, reader));
  return { ...story, topics: marked, body, url, campaign: nameCampaign(reader, campaign), approvedNetworks };
}

/** A campaign's live stories that are meant for this member, newest first. */
export async function listCampaignStories(actor: MemberActor, campaignId: string): Promise<FeedStory[]> {
  const reader = await getReader(actor);
  const rows = await selectStories(actor)
    .where(and(isLiveFor(actor, reader), eq(stories.campaignId, campaignId)))
    .orderBy(desc(stories.publishAt), desc(stories.id))
    .limit(100);
  return toFeedStories(actor, reader, rows);
}

/** The topics that live stories of this member carry, by name. */
export async function listLiveTopics(actor: MemberActor): Promise<FollowableTopic[]> {
  const reader = await getReader(actor);
  const carried = await db
    .selectDistinct({ id: topics.id, name: topics.name })
    .from(stories)
    .innerJoin(
      storyTopics,
      and(eq(storyTopics.organizationId, stories.organizationId), eq(storyTopics.storyId, stories.id)),
    )
    .innerJoin(
      topics,
      and(eq(topics.organizationId, stories.organizationId), eq(topics.id, storyTopics.topicId)),
    )
    .where(isLiveFor(actor, reader))
    .orderBy(topics.name);
  return carried.map((topic) => withFollowing(topic, reader));
}

const withFollowing = (topic: FeedTopic, { topicIds }: Reader): FollowableTopic => ({
  ...topic,
  isFollowed: topicIds.includes(topic.id),
});

export async function getFeedVisit(actor: MemberActor): Promise<FeedVisit> {
  const now = clock.now();
  const reader = await getReader(actor);
  const since = endOfLastVisit(reader, now);
  return {
    newSince: since && { at: since.toISOString(), day: sayDay(since, now, reader.timeZone) },
    isDue: record(reader, now) !== null,
    followsTopics: reader.topicIds.length > 0,
  };
}

function isForYou(
  actor: MemberActor,
  { topicIds }: Reader,
  { q, topic, view }: ListLiveStoriesInput,
): SQL | undefined {
  if (q || topic || view === "all" || topicIds.length === 0) return undefined;
  return or(not(carriesTopic(actor)), carriesTopic(actor, topicIds));
}

/** Whether a story carries one of the topics, or any at all. */
const carriesTopic = ({ organizationId }: MemberActor, topicIds?: string[]): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(storyTopics)
      .where(
        and(
          eq(storyTopics.organizationId, organizationId),
          eq(storyTopics.storyId, stories.id),
          topicIds ? inArray(storyTopics.topicId, topicIds) : undefined,
        ),
      ),
  );

/** The cursor is a story's id; the database looks its place up, where a Date would cut its time to milliseconds. */
const isOwn = ({ organizationId }: MemberActor) => eq(stories.organizationId, organizationId);

function isAfter(actor: MemberActor, cursor: string | undefined, search: StorySearch | null) {
  if (!cursor) return undefined;
  const place = search
    ? sql`${search.score}, ${stories.publishAt}, ${stories.id}`
    : sql`${stories.publishAt}, ${stories.id}`;
  const last = db
    .select({ place })
    .from(stories)
    .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.id, cursor)));
  return sql`(${place}) < (${last})`;
}

/** Its page is for those whom it asks to take part. */
const nameCampaign = (reader: Reader, campaign: FeedRow["campaign"]): LiveStory["campaign"] =>
  campaign && {
    name: campaign.name,
    id: !campaign.audienceId || reader.audienceIds.includes(campaign.audienceId) ? campaign.id : null,
  };
