import { eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { linkCodes, links } from "#db/schema/links.ts";
import { organizations } from "#db/schema/organizations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { newCode } from "./code.ts";
import { withUtm } from "./target-url.ts";

/** Makes a share's link. A story without an address of its own is read on our public page. */
export async function createLink(
  tx: Transaction,
  actor: Actor,
  share: { id: string },
  story: { url: string | null },
): Promise<void> {
  const { organizationId } = actor;
  const code = newCode();
  const linkId = newId();
  const targetUrl = story.url
    ? withUtm(story.url, await getUtm(tx, organizationId))
    : `${env.PUBLIC_URL}/read/${code}`;
  await tx.insert(links).values({ organizationId, id: linkId, shareId: share.id, code, targetUrl });
  await tx.insert(linkCodes).values({ code, organizationId, linkId });
}

async function getUtm(tx: Transaction, organizationId: string) {
  const [utm] = await tx
    .select({
      utmSource: organizations.utmSource,
      utmMedium: organizations.utmMedium,
      utmCampaign: organizations.utmCampaign,
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!utm) throw new DomainError("not_found");
  return utm;
}
