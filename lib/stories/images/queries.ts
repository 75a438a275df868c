import { and, eq, exists, notExists, or, type SQL } from "drizzle-orm";
import QuickLRU from "quick-lru";
import { db } from "#db/client.ts";
import { images } from "#db/schema/images.ts";
import { stories } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { whereLive } from "../live/queries.ts";
import { canCurate } from "../policy.ts";
import { asJpeg } from "./encode.ts";
import { readImage } from "./storage.ts";

/** The WebP bytes of one of the organization's images, for whoever may see the story that it belongs to. */
export async function getImageBytes(actor: Actor, imageId: string): Promise<Buffer> {
  const [image] = await db
    .select({ id: images.id })
    .from(images)
    .where(
      and(eq(images.organizationId, actor.organizationId), eq(images.id, imageId), await isShownTo(actor)),
    );
  const bytes = image && (await readImage(actor.organizationId, image.id));
  if (!bytes) throw new DomainError("not_found", "There is no such image.");
  return bytes;
}

// Making one takes a core for tens of milliseconds, and a new post is fetched by many machines at once.
const jpegs = new QuickLRU<string, Promise<Buffer>>({ maxSize: 30 });

/** The same as a JPEG. */
export async function getImageJpeg(actor: Actor, imageId: string): Promise<Buffer> {
  const bytes = await getImageBytes(actor, imageId);
  const known = jpegs.get(imageId);
  if (known) return known;
  const jpeg = asJpeg(bytes);
  jpegs.set(imageId, jpeg);
  jpeg.catch(() => jpegs.delete(imageId));
  return jpeg;
}

/** Outside the desk: a live story's, one's own suggestion's, or no story's yet, such as a preview's. */
async function isShownTo(actor: Actor): Promise<SQL | undefined> {
  if (actor.kind === "system" || canCurate(actor)) return undefined;
  const thatTookIt = (condition?: SQL) =>
    db
      .select({ id: stories.id })
      .from(stories)
      .where(
        and(eq(stories.organizationId, images.organizationId), eq(stories.imageId, images.id), condition),
      );
  const isSeen = or(eq(stories.suggestedById, actor.memberId), await whereLive(actor));
  return or(notExists(thatTookIt()), exists(thatTookIt(isSeen)));
}
