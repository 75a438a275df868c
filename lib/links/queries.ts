import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { images } from "#db/schema/images.ts";
import { linkCodes, links } from "#db/schema/links.ts";
import { organizations } from "#db/schema/organizations.ts";
import { shares } from "#db/schema/shares.ts";
import { stories } from "#db/schema/stories.ts";
import { listen, notify } from "#db/signals.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import type { ImageSize } from "#lib/stories/image-sizes.ts";
import { getImageBytes, getImageJpeg } from "#lib/stories/images/queries.ts";
import type { Wire } from "./cache/changes.ts";
import { type LinkFacts, linkState } from "./link-state.ts";
import type { PublicStory } from "./schemas.ts";

/** A link as it is followed. Its state depends on the moment: `linkState` says it. */
export type Link = LinkFacts & {
  organizationId: string;
  linkId: string;
  /** Who shared it. */
  memberId: string;
  targetUrl: string;
};

/** What a story's card is made of, whatever its kind. */
export type SharedStory = LinkFacts & PublicStory & { organizationId: string };

const ofDirectory = and(eq(links.organizationId, linkCodes.organizationId), eq(links.id, linkCodes.linkId));
const ofLink = and(eq(shares.organizationId, links.organizationId), eq(shares.id, links.shareId));
const ofShare = and(eq(stories.organizationId, shares.organizationId), eq(stories.id, shares.storyId));
const ofStory = and(eq(images.organizationId, stories.organizationId), eq(images.id, stories.imageId));

const linkFacts = {
  shareState: shares.state,
  storyKind: stories.kind,
  storyState: stories.state,
  publishAt: stories.publishAt,
  expiresAt: stories.expiresAt,
};

/** The links of these codes, whichever organization they belong to: the code is all that a reader brings. */
export async function findLinks(codes: string[]): Promise<Map<string, Link>> {
  const rows = await db
    .select({
      code: linkCodes.code,
      organizationId: links.organizationId,
      linkId: links.id,
      memberId: shares.memberId,
      targetUrl: links.targetUrl,
      ...linkFacts,
    })
    .from(linkCodes)
    .innerJoin(links, ofDirectory)
    .innerJoin(shares, ofLink)
    .innerJoin(stories, ofShare)
    .where(inArray(linkCodes.code, codes));
  return new Map(rows.map(({ code, ...link }) => [code, link]));
}

/** The stories that these codes lead to, live or not. */
export async function findSharedStories(codes: string[]): Promise<Map<string, SharedStory>> {
  const rows = await db
    .select({
      code: linkCodes.code,
      organizationId: linkCodes.organizationId,
      title: stories.title,
      summary: stories.summary,
      body: stories.body,
      language: stories.language,
      image: {
        id: images.id,
        alt: images.alt,
        width: images.width,
        height: images.height,
        focalX: images.focalX,
        focalY: images.focalY,
      },
      organization: { name: organizations.name, accentColor: organizations.accentColor },
      ...linkFacts,
    })
    .from(linkCodes)
    .innerJoin(links, ofDirectory)
    .innerJoin(shares, ofLink)
    .innerJoin(stories, ofShare)
    .innerJoin(organizations, eq(organizations.id, linkCodes.organizationId))
    .leftJoin(images, ofStory)
    .where(inArray(linkCodes.code, codes));
  return new Map(rows.map((row) => [row.code, row]));
}

/** A text or image story that somebody shared, for anybody who has the link. Throws not_found once it is not live. */
export async function getPublicStory(code: string): Promise<PublicStory> {
  const story = await getShownStory(code);
  if (story.storyKind === "link") throw new DomainError("not_found");
  const { title, summary, body, language, image, organization } = story;
  return { code, title, summary, body, language, image, organization };
}

/** The image of a shared story of any kind, for whoever makes a card of it: not every network reads WebP. */
export async function getPublicImage(
  code: string,
  { type, size }: { type: "webp" | "jpeg"; size: ImageSize | undefined },
): Promise<Buffer> {
  const { image, organizationId } = await getShownStory(code);
  if (!image) throw new DomainError("not_found");
  const actor = systemActor(organizationId, "show-public-story");
  return type === "webp" ? getImageBytes(actor, image.id, size) : getImageJpeg(actor, image.id, size);
}

async function getShownStory(code: string): Promise<SharedStory> {
  const story = (await findSharedStories([code])).get(code);
  if (!story || !isShown(story, clock.now())) throw new DomainError("not_found");
  return story;
}

/** What of a story anybody may see is what was approved; a link story's link leads on while that is edited. */
export const isShown = (facts: LinkFacts, now: Date): boolean =>
  facts.storyState === "approved" && linkState(facts, now) === "live";

const channel = "link_changes";

/** Tells of every change to a share, a story or a name that a link or its preview shows; triggers send it. */
export const linkChanges: Wire = {
  listen(listener) {
    listen(channel, listener).catch((error: unknown) =>
      log.warn({ err: error }, "nobody tells of link changes"),
    );
  },
  send: (payload) => notify(db, channel, payload),
};
