import { and, count, desc, eq, isNotNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { links } from "#db/schema/links.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { shares } from "#db/schema/shares.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { listConnectOffers } from "#lib/connections/queries.ts";
import type { ConnectOffer } from "#lib/connections/schemas.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { listAsked } from "#lib/guidelines/asked/queries.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import type { LiveStory } from "#lib/stories/feed/schemas.ts";
import { listApproved } from "../approved-networks.ts";
import { chooseNear, type NearNetworks } from "../near-networks.ts";
import type { CaptionChoice } from "../offers/captions-for.ts";
import type { ShareRow } from "../queries.ts";
import { findStagger } from "../stagger/queries.ts";
import type { Composition } from "./schemas.ts";

export type Offered = { captions: CaptionChoice[]; networks: NearNetworks; connectOffers: ConnectOffer[] };

/** Where the member is led first with a story, and what Herald can do for them there. */
export async function listNetworkOffers(
  actor: MemberActor,
  { approvedNetworks }: Pick<LiveStory, "approvedNetworks">,
): Promise<Pick<Offered, "networks" | "connectOffers">> {
  const [connectOffers, mostUsed] = await Promise.all([listConnectOffers(actor), listMostUsed(actor)]);
  const connected = connectOffers.flatMap(({ network, publishes, connection }) =>
    publishes && connection ? network : [],
  );
  const networks = chooseNear(connected, mostUsed, listApproved(approvedNetworks));
  return { networks, connectOffers };
}

/** What the composer shows for a share of a live story. */
export async function getComposition(
  actor: MemberActor,
  share: ShareRow,
  story: LiveStory,
  { captions, networks, connectOffers }: Offered,
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
  return {
    share: { id: share.id, state: share.state, url: `${env.PUBLIC_URL}/s/${row.code}` },
    story: {
      id: story.id,
      title: story.title,
      summary: story.summary,
      host: new URL(story.url ?? env.PUBLIC_URL).host,
      image: story.image && { id: story.image.id, alt: story.image.alt },
    },
    captions,
    organization: row.organization,
    asked: await listAsked(db, { ...actor, storyId: story.id }),
    author: row.author,
    networks,
    stagger: await findStagger(actor, story.id),
    offers: Object.fromEntries(connectOffers.map((offer) => [offer.network, offer])),
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
