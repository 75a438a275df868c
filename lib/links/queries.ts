import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { images } from "#db/schema/images.ts";
import { linkCodes, links } from "#db/schema/links.ts";
import { organizations } from "#db/schema/organizations.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { getImageBytes } from "#lib/stories/images/queries.ts";
import { type LinkState, linkState } from "./link-state.ts";
import type { PublicStory } from "./schemas.ts";

export type FoundLink = {
  organizationId: string;
  linkId: string;
  targetUrl: string;
  state: LinkState;
};

const ofDirectory = and(eq(links.organizationId, linkCodes.organizationId), eq(links.id, linkCodes.linkId));
const ofLink = and(eq(shares.organizationId, links.organizationId), eq(shares.id, links.shareId));
const ofShare = and(eq(stories.organizationId, shares.organizationId), eq(stories.id, shares.storyId));

const linkFacts = {
  shareState: shares.state,
  storyKind: stories.kind,
  storyState: stories.state,
  publishAt: stories.publishAt,
  expiresAt: stories.expiresAt,
};

/** The link of a code, whichever organization it belongs to: the code is all that a reader brings. */
export async function findLink(code: string): Promise<FoundLink | null> {
  const [row] = await db
    .select({
      organizationId: links.organizationId,
      linkId: links.id,
      targetUrl: links.targetUrl,
      ...linkFacts,
    })
    .from(linkCodes)
    .innerJoin(links, ofDirectory)
    .innerJoin(shares, ofLink)
    .innerJoin(stories, ofShare)
    .where(eq(linkCodes.code, code));
  if (!row) return null;
  const { organizationId, linkId, targetUrl } = row;
  return { organizationId, linkId, targetUrl, state: linkState(row, clock.now()) };
}

/** A text or image story that somebody shared, for anybody who has the link. Throws not_found once it is not live. */
export async function getPublicStory(code: string): Promise<PublicStory> {
  const [row] = await db
    .select({
      title: stories.title,
      summary: stories.summary,
      body: stories.body,
      language: stories.language,
      image: { id: images.id, alt: images.alt, width: images.width, height: images.height },
      organization: { name: organizations.name, accentColor: organizations.accentColor },
      ...linkFacts,
    })
    .from(linkCodes)
    .innerJoin(links, ofDirectory)
    .innerJoin(shares, ofLink)
    .innerJoin(stories, ofShare)
    .innerJoin(organizations, eq(organizations.id, linkCodes.organizationId))
    .leftJoin(images, and(eq(images.organizationId, stories.organizationId), eq(images.id, stories.imageId)))
    .where(eq(linkCodes.code, code));
  if (!row || row.storyKind === "link" || linkState(row, clock.now()) !== "live")
    throw new DomainError("not_found");
  const { title, summary, body, language, image, organization } = row;
  return { code, title, summary, body, language, image, organization };
}

/** The image of such a story. */
export async function getPublicImageBytes(code: string): Promise<Buffer> {
  const { image } = await getPublicStory(code);
  const link = await findLink(code);
  if (!image || !link) throw new DomainError("not_found");
  return getImageBytes(systemActor(link.organizationId, "show-public-story"), image.id);
}
