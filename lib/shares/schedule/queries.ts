import { and, asc, eq, gte, inArray, isNotNull, lt, ne, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { connections } from "#db/schema/connections.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { sayMoment } from "#lib/calendar.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { toLocalTime } from "#lib/local-time.ts";
import type { NetworkLimits } from "#lib/networks/account.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import { getNetworkSettings } from "#lib/networks/settings/queries.ts";
import { getLiveStory } from "#lib/stories/feed/queries.ts";
import { sayReason } from "../sentences.ts";
import { bestSlot, spreadHours } from "./best-slot.ts";
import type { BestSlot, ListScheduledInput, ScheduledShare } from "./schemas.ts";

/** What Herald publishes, or published, for the member between two moments, in its order. */
export async function listScheduled(
  actor: MemberActor,
  { from, to }: ListScheduledInput,
): Promise<ScheduledShare[]> {
  const found = await db
    .select({ share: shares, storyTitle: stories.title })
    .from(shares)
    .innerJoin(
      stories,
      and(eq(stories.organizationId, shares.organizationId), eq(stories.id, shares.storyId)),
    )
    .where(
      and(
        eq(shares.organizationId, actor.organizationId),
        eq(shares.memberId, actor.memberId),
        ne(shares.state, "withdrawn"),
        isNotNull(shares.scheduledFor),
        gte(shares.scheduledFor, from),
        lt(shares.scheduledFor, to),
      ),
    )
    .orderBy(asc(shares.scheduledFor), asc(shares.id))
    .limit(500);
  return found.map(({ share, storyTitle }) => ({
    id: share.id,
    storyId: share.storyId,
    storyTitle,
    network: share.network,
    networkName: networks[share.network].name,
    state: share.state,
    text: share.text,
    at: (share.publishedAt ?? share.scheduledFor ?? share.intendedAt).toISOString(),
    timeZone: share.scheduledZone,
    postUrl: share.postUrl,
    sentence: sayReason(share),
    isWaiting: share.state === "scheduled",
  }));
}

/** The slot that scheduling the story would take just now; null when the story ends before there is any. */
export async function findBestSlot(
  actor: MemberActor,
  storyId: string,
  network: NetworkId,
  timeZone: string,
): Promise<BestSlot | null> {
  await getLiveStory(actor, storyId);
  const now = clock.now();
  const slot = await computeBestSlot(db, actor, { storyId, network, timeZone });
  if (!slot) return null;
  return {
    at: slot.toISOString(),
    localTime: toLocalTime(slot, timeZone),
    when: sayMoment(slot, now, timeZone),
  };
}

type Place = { storyId: string; network: NetworkId; timeZone: string; shareId?: string };

/** Call it under the story's lock for a slot that nobody else is given at the same moment. */
export async function computeBestSlot(
  executor: Executor,
  actor: MemberActor,
  { storyId, network, timeZone, shareId }: Place,
): Promise<Date | null> {
  const now = clock.now();
  const at = sql<Date>`coalesce(${shares.publishedAt}, ${shares.scheduledFor}, ${shares.confirmedAt})`;
  const rows = await executor
    .select({ at: at.mapWith(shares.scheduledFor) })
    .from(shares)
    .where(
      and(
        eq(shares.organizationId, actor.organizationId),
        eq(shares.storyId, storyId),
        eq(shares.network, network),
        inArray(shares.state, ["scheduled", "publishing", "published", "confirmed", "unknown"]),
        shareId ? ne(shares.id, shareId) : undefined,
        gte(at, new Date(now.getTime() - spreadHours * 3_600_000)),
      ),
    );
  const story = await getStoryEnd(executor, actor, storyId);
  return bestSlot({ now, timeZone, taken: rows.map((row) => row.at), endsAt: story.expiresAt });
}

export async function getStoryEnd(
  executor: Executor,
  { organizationId }: MemberActor,
  storyId: string,
): Promise<{ expiresAt: Date | null }> {
  const [story] = await executor
    .select({ expiresAt: stories.expiresAt })
    .from(stories)
    .where(and(eq(stories.organizationId, organizationId), eq(stories.id, storyId)));
  if (!story) throw new DomainError("not_found");
  return story;
}

export type PublishingConnection = { id: string; limits: NetworkLimits | null };

/** The member's account that Herald may publish through. Throws a sentence that says what is in the way. */
export async function getPublishingConnection(
  executor: Executor,
  actor: MemberActor,
  network: NetworkId,
): Promise<PublishingConnection> {
  const { name, connecting } = networks[network];
  if (!connecting) throw new DomainError("invalid", `Herald cannot publish to ${name}. Post there by hand.`);
  const { publishes } = (await getNetworkSettings(actor, executor))[network];
  if (!publishes)
    throw new DomainError("unavailable", `Your organization posts to ${name} by hand, not through Herald.`);
  const [connection] = await executor
    .select({ id: connections.id, status: connections.status, limits: connections.limits })
    .from(connections)
    .where(
      and(
        eq(connections.organizationId, actor.organizationId),
        eq(connections.memberId, actor.memberId),
        eq(connections.network, network),
      ),
    );
  if (!connection || connection.status === "disconnected")
    throw new DomainError("conflict", `Connect your ${name} account first, then publish.`);
  if (connection.status !== "ok")
    throw new DomainError("conflict", `${name} wants your consent once more. Reconnect it, then publish.`);
  return { id: connection.id, limits: connection.limits as NetworkLimits | null };
}
