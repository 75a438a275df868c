import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { env } from "#lib/env.ts";
import { deleteObject, getObject, hasBucket, putObject } from "./bucket.ts";

/** Where an image's bytes are on disk. Both ids are UUIDs from the database, never what a browser sent. */
function imagePath(organizationId: string, imageId: string): string {
  return join(env.DATA_DIR, "media", organizationId, `${imageId}.webp`);
}

/** In the bucket when there is one, otherwise on disk. Throws `unavailable` when the bucket does not take it. */
export async function storeImage(organizationId: string, imageId: string, bytes: Buffer): Promise<void> {
  if (hasBucket()) await putObject(organizationId, imageId, bytes);
  else await writeWhole(imagePath(organizationId, imageId), bytes);
}

/**
 * The bytes, or null when they are gone. What was kept on disk before there was a bucket is still read from there.
 * Throws `unavailable` when the bucket does not answer and the disk has no copy.
 */
export async function readImage(organizationId: string, imageId: string): Promise<Buffer | null> {
  const onDisk = () => readFile(imagePath(organizationId, imageId)).catch(() => null);
  if (!hasBucket()) return onDisk();
  try {
    return (await getObject(organizationId, imageId)) ?? (await onDisk());
  } catch (error) {
    const copy = await onDisk();
    if (copy) return copy;
    throw error;
  }
}

export async function removeImage(organizationId: string, imageId: string): Promise<void> {
  await rm(imagePath(organizationId, imageId), { force: true });
  if (hasBucket()) await deleteObject(organizationId, imageId);
}

/** Writes beside the place and renames, so that nobody ever reads half an image. */
async function writeWhole(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const half = `${path}.${randomUUID()}`;
  await writeFile(half, bytes, { mode: 0o600 });
  await rename(half, path);
}
