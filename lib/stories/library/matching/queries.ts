import {
  and,
  eq,
  exists,
  gt,
  gte,
  isNotNull,
  isNull,
  lt,
  lte,
  notExists,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { db } from "#db/client.ts";
import { captions } from "#db/schema/captions.ts";
import { shares } from "#db/schema/shares.ts";
import { sourceItems } from "#db/schema/sources.ts";
import { stories, storyTopics } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { addDays } from "#lib/day.ts";
import { toMoment } from "#lib/local-time.ts";
import { networkIds } from "#lib/networks/networks.ts";
import type { LibraryFilters, Standing } from "../filters.ts";

/** The stories of the organization that filters let through; the search is asked for elsewhere. */
export function matching(actor: Actor, filters: LibraryFilters, timeZone: string): SQL | undefined {
  const { organizationId } = actor;
  const { topic, campaign, source, author, language, audience, network, shared, image } = filters;
  return and(
    eq(stories.organizationId, organizationId),
    filters.state && standsAs(filters.state),
    topic === "none" ? notExists(topicsOf(actor)) : topic ? exists(topicsOf(actor, topic)) : undefined,
    campaign === "none"
      ? isNull(stories.campaignId)
      : campaign
        ? eq(stories.campaignId, campaign)
        : undefined,
    source ? exists(itemsOf(actor, source)) : undefined,
    author ? eq(stories.authorId, author) : undefined,
    language ? eq(stories.language, language) : undefined,
    audience ? isFor(audience) : undefined,
    network ? exists(captionsOf(actor, network)) : undefined,
    shared === "never" ? notExists(sharesOf(actor)) : shared && exists(sharesOf(actor)),
    image === "no" ? isNull(stories.imageId) : image && isNotNull(stories.imageId),
    filters.suggested && isNotNull(stories.suggestedById),
    isWithin(filters, timeZone),
  );
}

/** A story's state, or what employees see of an approved one now. */
export function standsAs(standing: Standing): SQL | undefined {
  const now = clock.now();
  const isApproved = eq(stories.state, "approved");
  const hasEnded = lte(stories.expiresAt, now);
  const goesOn = or(isNull(stories.expiresAt), gt(stories.expiresAt, now));
  const isToCome = gt(stories.publishAt, now);
  const hasBegun = or(isNull(stories.publishAt), lte(stories.publishAt, now));
  if (standing === "expired") return and(isApproved, hasEnded);
  if (standing === "scheduled") return and(isApproved, goesOn, isToCome);
  if (standing === "live") return and(isApproved, goesOn, hasBegun);
  return eq(stories.state, standing);
}

/** The shares of a story that left Herald. A composer that was opened and closed again is not one. */
export const sharesOf = ({ organizationId }: Actor) =>
  db
    .select({ one: sql`1` })
    .from(shares)
    .where(
      and(
        eq(shares.organizationId, organizationId),
        eq(shares.storyId, stories.id),
        or(isNotNull(shares.handedOverAt), isNotNull(shares.confirmedAt)),
      ),
    );

const topicsOf = ({ organizationId }: Actor, topicId?: string) =>
  db
    .select({ one: sql`1` })
    .from(storyTopics)
    .where(
      and(
        eq(storyTopics.organizationId, organizationId),
        eq(storyTopics.storyId, stories.id),
        topicId ? eq(storyTopics.topicId, topicId) : undefined,
      ),
    );

const itemsOf = ({ organizationId }: Actor, sourceId: string) =>
  db
    .select({ one: sql`1` })
    .from(sourceItems)
    .where(
      and(
        eq(sourceItems.organizationId, organizationId),
        eq(sourceItems.storyId, stories.id),
        eq(sourceItems.sourceId, sourceId),
      ),
    );

function captionsOf({ organizationId }: Actor, name: string) {
  const network = networkIds.find((id) => id === name);
  return db
    .select({ one: sql`1` })
    .from(captions)
    .where(
      and(
        eq(captions.organizationId, organizationId),
        eq(captions.storyId, stories.id),
        network ? eq(captions.network, network) : sql`false`,
      ),
    );
}

function isFor(audience: string): SQL {
  if (audience === "everyone" || audience === "teams") return eq(stories.audience, audience);
  return eq(stories.audienceId, audience);
}

const columns = { updated: stories.updatedAt, publish: stories.publishAt, expires: stories.expiresAt };

function isWithin({ date, from, to }: LibraryFilters, timeZone: string): SQL | undefined {
  const midnight = (day: string) => toMoment(`${day}T00:00`, timeZone);
  return and(
    from ? gte(columns[date], midnight(from)) : undefined,
    to ? lt(columns[date], midnight(addDays(to, 1))) : undefined,
  );
}
