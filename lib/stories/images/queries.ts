import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { images } from "#db/schema/images.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { DomainError } from "#lib/errors.ts";
import { readImage } from "./storage.ts";

/** The WebP bytes of one of the organization's images. */
export async function getImageBytes(actor: Actor, imageId: string): Promise<Buffer> {
  const [image] = await db
    .select({ id: images.id })
    .from(images)
    .where(and(eq(images.organizationId, actor.organizationId), eq(images.id, imageId)));
  const bytes = image && (await readImage(actor.organizationId, image.id));
  if (!bytes) throw new DomainError("not_found", "There is no such image.");
  return bytes;
}
