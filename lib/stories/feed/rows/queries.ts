import { and, eq, exists, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { images } from "#db/schema/images.ts";
import { members } from "#db/schema/members.ts";
import { shares } from "#db/schema/shares.ts";
import { stories, storyTopics } from "#db/schema/stories.ts";
import { topics } from "#db/schema/topics.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { sayDay, sayUntil } from "#lib/calendar.ts";
import { clock } from "#lib/clock.ts";
import { outStates } from "#lib/shares/went-out.ts";
import type { Reader } from "../../live/queries.ts";
import type { FeedStory, FeedTopic } from "../schemas.ts";

/** A story with its image, campaign and suggester, and whether this member has shared it; the caller says which. */
export function selectStories(actor: MemberActor) {
  return db
    .select({
      id: stories.id,
      kind: stories.kind,
      title: stories.title,
      summary: stories.summary,
      body: stories.body,
      url: stories.url,
      siteName: stories.siteName,
      language: stories.language,
      approvedNetworks: stories.approvedNetworks,
      publishAt: stories.publishAt,
      expiresAt: stories.expiresAt,
      image: {
        id: images.id,
        alt: images.alt,
        width: images.width,
        height: images.height,
        focalX: images.focalX,
        focalY: images.focalY,
      },
      suggestedBy: members.name,
      campaign: { id: campaigns.id, name: campaigns.name, audienceId: campaigns.audienceId },
      isSharedByMe: sql<boolean>`${isSharedBy(actor)}`,
    })
    .from(stories)
    .leftJoin(images, and(eq(images.organizationId, stories.organizationId), eq(images.id, stories.imageId)))
    .leftJoin(
      members,
      and(eq(members.organizationId, stories.organizationId), eq(members.id, stories.suggestedById)),
    )
    .leftJoin(
      campaigns,
      and(eq(campaigns.organizationId, stories.organizationId), eq(campaigns.id, stories.campaignId)),
    )
    .$dynamic();
}

export type FeedRow = Awaited<ReturnType<typeof selectStories>>[number];

/** Rows as the feed shows them, with their topics. */
export async function toFeedStories(
  actor: MemberActor,
  reader: Reader,
  rows: FeedRow[],
): Promise<FeedStory[]> {
  const now = clock.now();
  const topicsOf = await listTopicsOf(
    actor,
    rows.map((row) => row.id),
  );
  return rows.map(({ body, url, campaign, approvedNetworks, siteName, publishAt, expiresAt, ...row }) => ({
    ...row,
    source: siteName || reader.organizationName,
    publishedAt: (publishAt ?? now).toISOString(),
    publishedDay: sayDay(publishAt ?? now, now, reader.timeZone),
    expiry: expiresAt && sayUntil(expiresAt, now, reader.timeZone),
    topics: topicsOf.get(row.id) ?? [],
  }));
}

const isSharedBy = ({ organizationId, memberId }: MemberActor): SQL =>
  exists(
    db
      .select({ one: sql`1` })
      .from(shares)
      .where(
        and(
          eq(shares.organizationId, organizationId),
          eq(shares.storyId, stories.id),
          eq(shares.memberId, memberId),
          inArray(shares.state, outStates),
        ),
      ),
  );

async function listTopicsOf(
  { organizationId }: MemberActor,
  ids: string[],
): Promise<Map<string, FeedTopic[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ storyId: storyTopics.storyId, id: topics.id, name: topics.name })
    .from(storyTopics)
    .innerJoin(
      topics,
      and(eq(topics.organizationId, storyTopics.organizationId), eq(topics.id, storyTopics.topicId)),
    )
    .where(and(eq(storyTopics.organizationId, organizationId), inArray(storyTopics.storyId, ids)))
    .orderBy(topics.name);
  const topicsOf = new Map<string, FeedTopic[]>();
  for (const { storyId, ...topic } of rows) topicsOf.set(storyId, [...(topicsOf.get(storyId) ?? []), topic]);
  return topicsOf;
}
