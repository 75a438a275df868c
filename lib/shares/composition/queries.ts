import { and, count, desc, eq, isNotNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { links } from "#db/schema/links.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { shares } from "#db/schema/shares.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { listConnectOffers } from "#lib/connections/queries.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import type { LiveStory } from "#lib/stories/feed/schemas.ts";
import { chooseNear } from "../near-networks.ts";
import { listCaptionChoices, type ShareRow } from "../queries.ts";
import type { Composition } from "./schemas.ts";

/** What the composer shows for a share of a live story. */
export async function getComposition(
  actor: MemberActor,
  share: ShareRow,
  story: LiveStory,
): Promise<Composition> {
  const [row] = await db
    .select({
      code: links.code,
      organization: {
        id: organizations.id,
        name: organizations.name,
        disclosure: organizations.disclosure,
        requiresDisclosure: organizations.requiresDisclosure,
      },
      author: { name: members.name, jobTitle: members.jobTitle },
    })
    .from(links)
    .innerJoin(organizations, eq(organizations.id, links.organizationId))
    .innerJoin(members, and(eq(members.organizationId, links.organizationId), eq(members.id, actor.memberId)))
    .where(and(eq(links.organizationId, actor.organizationId), eq(links.shareId, share.id)));
  if (!row) throw new DomainError("not_found");
  const [offers, mostUsed] = await Promise.all([listConnectOffers(actor), listMostUsed(actor)]);
  const connected = offers.flatMap(({ network, publishes, connection }) =>
    publishes && connection ? network : [],
  );
  return {
    share: { id: share.id, state: share.state, url: `${env.PUBLIC_URL}/s/${row.code}` },
    story: {
      id: story.id,
      title: story.title,
      summary: story.summary,
      host: new URL(story.url ?? env.PUBLIC_URL).host,
      image: story.image && { id: story.image.id, alt: story.image.alt },
    },
    captions: await listCaptionChoices(actor, story.id),
    organization: row.organization,
    author: row.author,
    networks: chooseNear(connected, mostUsed),
    offers: Object.fromEntries(offers.map((offer) => [offer.network, offer])),
  };
}

/** The networks that the member took something to, the most frequent first. */
async function listMostUsed(actor: MemberActor): Promise<NetworkId[]> {
  const used = await db
    .select({ network: shares.network, shares: count() })
    .from(shares)
    .where(
      and(
        eq(shares.organizationId, actor.organizationId),
        eq(shares.memberId, actor.memberId),
        isNotNull(shares.handedOverAt),
      ),
    )
    .groupBy(shares.network)
    .orderBy(desc(count()), shares.network);
  return used.map(({ network }) => network);
}
