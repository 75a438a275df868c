import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { linkCodes, links } from "#db/schema/links.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import { clock } from "#lib/clock.ts";
import { linkState } from "./link-state.ts";

export type FoundLink = {
  organizationId: string;
  linkId: string;
  targetUrl: string;
  state: ReturnType<typeof linkState>;
};

/** The link of a code, whichever organization it belongs to: the code is all that a reader brings. */
export async function findLink(code: string): Promise<FoundLink | null> {
  const [row] = await db
    .select({
      organizationId: links.organizationId,
      linkId: links.id,
      targetUrl: links.targetUrl,
      shareState: shares.state,
      storyState: stories.state,
      publishAt: stories.publishAt,
      expiresAt: stories.expiresAt,
    })
    .from(linkCodes)
    .innerJoin(links, and(eq(links.organizationId, linkCodes.organizationId), eq(links.id, linkCodes.linkId)))
    .innerJoin(shares, and(eq(shares.organizationId, links.organizationId), eq(shares.id, links.shareId)))
    .innerJoin(
      stories,
      and(eq(stories.organizationId, shares.organizationId), eq(stories.id, shares.storyId)),
    )
    .where(eq(linkCodes.code, code));
  if (!row) return null;
  const { organizationId, linkId, targetUrl } = row;
  return { organizationId, linkId, targetUrl, state: linkState(row, clock.now()) };
}
