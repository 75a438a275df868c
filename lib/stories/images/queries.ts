import { and, eq, exists, notExists, or, type SQL } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { images } from "#db/schema/images.ts";
import { stories } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { isReviewedBy } from "#lib/reviews/reach/queries.ts";
import { type ImageSize, isCrop } from "../image-sizes.ts";
import { whereLive } from "../live/queries.ts";
import { canCurate } from "../policy.ts";
import { asJpeg, resizeImage } from "./encode.ts";
import { keptBytes } from "./kept-bytes.ts";
import { readImage } from "./storage.ts";

export type ServedImage = {
  bytes: Buffer;
  /** Changes when the bytes do. */
  version: string;
};

/** One of the organization's images as WebP, for whoever may see the story that it belongs to; whole unless a size is said. */
export async function getImage(actor: Actor, imageId: string, size?: ImageSize): Promise<ServedImage> {
  const { organizationId } = actor;
  const [image] = await db
    .select({ id: images.id, focalX: images.focalX, focalY: images.focalY })
    .from(images)
    .where(and(eq(images.organizationId, organizationId), eq(images.id, imageId), await isShownTo(actor)));
  if (!image) throw noSuchImage();
  const read = async () => {
    const bytes = await readImage(organizationId, image.id);
    if (!bytes) throw noSuchImage();
    return bytes;
  };
  if (!size) return { bytes: await read(), version: image.id };
  const focus = { x: image.focalX, y: image.focalY };
  const version = `${image.id}-${size}${isCrop(size) ? `-${focus.x}-${focus.y}` : ""}`;
  return { bytes: await made(version, async () => resizeImage(await read(), size, focus)), version };
}

export async function getImageBytes(actor: Actor, imageId: string, size?: ImageSize): Promise<Buffer> {
  return (await getImage(actor, imageId, size)).bytes;
}

/** The same as a JPEG. */
export async function getImageJpeg(actor: Actor, imageId: string, size?: ImageSize): Promise<Buffer> {
  const { bytes, version } = await getImage(actor, imageId, size);
  return made(`${version}.jpg`, () => asJpeg(bytes));
}

/** What the organization's image is said to show; null for no image. */
export async function findImageAlt(
  executor: Executor,
  { organizationId }: Actor,
  imageId: string | null,
): Promise<string | null> {
  if (!imageId) return null;
  const [image] = await executor
    .select({ alt: images.alt })
    .from(images)
    .where(and(eq(images.organizationId, organizationId), eq(images.id, imageId)));
  return image?.alt ?? null;
}

// Making one takes a core for tens of milliseconds, and a new post is fetched by many machines at once.
const made = keptBytes(48_000_000);

const noSuchImage = () => new DomainError("not_found", "There is no such image.");

/** Outside the desk: a live story's, one's own suggestion's, one's to review, or no story's yet, such as a preview's. */
async function isShownTo(actor: Actor): Promise<SQL | undefined> {
  if (actor.kind === "system" || canCurate(actor)) return undefined;
  const thatTookIt = (condition?: SQL) =>
    db
      .select({ id: stories.id })
      .from(stories)
      .where(
        and(eq(stories.organizationId, images.organizationId), eq(stories.imageId, images.id), condition),
      );
  const isSeen = or(eq(stories.suggestedById, actor.memberId), isReviewedBy(actor), await whereLive(actor));
  return or(notExists(thatTookIt()), exists(thatTookIt(isSeen)));
}
