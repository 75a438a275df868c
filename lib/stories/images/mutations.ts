import { and, eq, lt, notExists } from "drizzle-orm";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { images } from "#db/schema/images.ts";
import { stories } from "#db/schema/stories.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor, MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan } from "#lib/errors.ts";
import { canCurate } from "../policy.ts";
import { encodeImage } from "./encode.ts";
import type { StoredImage, UploadImageInput } from "./schemas.ts";
import { removeImage, storeImage } from "./storage.ts";

/** Keeps an image that a curator chose from their own machine. */
export async function uploadImage(actor: MemberActor, { file, alt }: UploadImageInput): Promise<StoredImage> {
  assertCan(canCurate(actor), "Only curators and admins add images.");
  return keepImage(actor, Buffer.from(await file.arrayBuffer()), alt);
}

/** Re-encodes foreign bytes and keeps the result. Nothing of the original reaches the disk. */
export async function keepImage(actor: Actor, bytes: Buffer, alt: string): Promise<StoredImage> {
  const { organizationId } = actor;
  const encoded = await encodeImage(bytes);
  const id = newId();
  const { width, height } = encoded;
  await storeImage(organizationId, id, encoded.bytes);
  await db.transaction(async (tx) => {
    const sizeBytes = encoded.bytes.length;
    await tx
      .insert(images)
      .values({ organizationId, id, alt, width, height, sizeBytes, createdAt: clock.now() });
    await audit(tx, actor, "image.add", id, { width, height, sizeBytes });
  });
  await dropUnusedImages(actor);
  return { id, width, height };
}

const dayMs = 86_400_000;

/** Removes images that were fetched for a preview a day ago or earlier and that no story took. */
async function dropUnusedImages({ organizationId }: Actor): Promise<void> {
  const dayAgo = new Date(clock.now().getTime() - dayMs);
  const isUsed = db
    .select({ id: stories.id })
    .from(stories)
    .where(and(eq(stories.organizationId, images.organizationId), eq(stories.imageId, images.id)));
  const dropped = await db
    .delete(images)
    .where(and(eq(images.organizationId, organizationId), lt(images.createdAt, dayAgo), notExists(isUsed)))
    .returning({ id: images.id });
  await Promise.all(dropped.map((image) => removeImage(organizationId, image.id)));
}
