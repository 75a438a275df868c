import { and, count, eq, gt, lt, notExists } from "drizzle-orm";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { auditEvents } from "#db/schema/audit.ts";
import { images } from "#db/schema/images.ts";
import { stories } from "#db/schema/stories.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor, MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canCurate } from "../policy.ts";
import { encodeImage } from "./encode.ts";
import { type StoredImage, uploadsPerDay } from "./schemas.ts";
import { removeImage, storeImage } from "./storage.ts";

/** Keeps an image that a curator chose from their own machine. */
export async function uploadImage(actor: MemberActor, bytes: Buffer): Promise<StoredImage> {
  assertCan(canCurate(actor), "Only curators and admins add images.");
  await assertHasRoom(actor);
  return keepImage(actor, bytes, "", "upload");
}

/** Re-encodes foreign bytes and keeps the result. Nothing of the original is stored. */
export async function keepImage(
  actor: Actor,
  bytes: Buffer,
  alt: string,
  verb: "add" | "upload" = "add",
): Promise<StoredImage> {
  const { organizationId } = actor;
  const encoded = await encodeImage(bytes);
  const id = newId();
  const { width, height } = encoded;
  const sizeBytes = encoded.bytes.length;
  await storeImage(organizationId, id, encoded.bytes);
  await db.transaction(async (tx) => {
    await tx
      .insert(images)
      .values({ organizationId, id, alt, width, height, sizeBytes, createdAt: clock.now() });
    await audit(tx, actor, `image.${verb}`, id, { width, height, sizeBytes });
  });
  await dropUnusedImages(actor);
  return { id, width, height };
}

/** What one person may upload in 24 hours: far more than a desk needs, and no way to fill the disk. */
async function assertHasRoom({ organizationId, memberId }: MemberActor): Promise<void> {
  const dayAgo = new Date(clock.now().getTime() - dayMs);
  const [uploads] = await db
    .select({ count: count() })
    .from(auditEvents)
    .where(
      and(
        eq(auditEvents.organizationId, organizationId),
        gt(auditEvents.happenedAt, dayAgo),
        eq(auditEvents.action, "image.upload"),
        eq(auditEvents.memberId, memberId),
      ),
    );
  if ((uploads?.count ?? 0) >= uploadsPerDay)
    throw new DomainError(
      "limit_reached",
      `You have uploaded ${uploadsPerDay} images in the last 24 hours, and that is as many as fit. Go on tomorrow, or ask a colleague.`,
    );
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
  // The rows are gone. What a bucket does not delete just now only takes room.
  await Promise.all(dropped.map((image) => removeImage(organizationId, image.id).catch(() => undefined)));
}
