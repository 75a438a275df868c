import { and, eq, sql } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import type { Transaction } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { linkCodes, links } from "#db/schema/links.ts";
import { organizations } from "#db/schema/organizations.ts";
import { stories } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { newCode } from "./code.ts";
import { type Utm, withUtm } from "./target-url.ts";

/** Makes a share's link. A story without an address of its own is read on our public page. */
export async function createLink(
  tx: Transaction,
  actor: Actor,
  share: { id: string },
  story: { id: string; url: string | null },
): Promise<void> {
  const { organizationId } = actor;
  const code = newCode();
  const linkId = newId();
  const targetUrl = story.url
    ? withUtm(story.url, await getUtm(tx, actor, story.id))
    : `${env.PUBLIC_URL}/read/${code}`;
  await tx.insert(links).values({ organizationId, id: linkId, shareId: share.id, code, targetUrl });
  await tx.insert(linkCodes).values({ code, organizationId, linkId });
}

/** The campaign's own where the story's campaign has it, else the organization's, one by one. */
async function getUtm(tx: Transaction, { organizationId }: Actor, storyId: string): Promise<Utm> {
  const [utm] = await tx
    .select({
      utmSource: firstSaid(campaigns.utmSource, organizations.utmSource),
      utmMedium: firstSaid(campaigns.utmMedium, organizations.utmMedium),
      utmCampaign: firstSaid(campaigns.utmCampaign, organizations.utmCampaign),
    })
    .from(organizations)
    .leftJoin(stories, and(eq(stories.organizationId, organizations.id), eq(stories.id, storyId)))
    .leftJoin(
      campaigns,
      and(eq(campaigns.organizationId, stories.organizationId), eq(campaigns.id, stories.campaignId)),
    )
    .where(eq(organizations.id, organizationId));
  if (!utm) throw new DomainError("not_found");
  return utm;
}

const firstSaid = (own: AnyPgColumn, general: AnyPgColumn) =>
  sql<string>`coalesce(nullif(${own}, ''), ${general})`;
