import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { env } from "#lib/env.ts";

/** Where an image's bytes are. Both ids are UUIDs from the database, never what a browser sent. */
export function imagePath(organizationId: string, imageId: string): string {
  return join(env.DATA_DIR, "media", organizationId, `${imageId}.webp`);
}

/** Writes beside the place and renames, so that nobody ever reads half an image. */
export async function storeImage(organizationId: string, imageId: string, bytes: Buffer): Promise<void> {
  const path = imagePath(organizationId, imageId);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const half = `${path}.${randomUUID()}`;
  await writeFile(half, bytes, { mode: 0o600 });
  await rename(half, path);
}

/** The bytes, or null when the file is gone. */
export async function readImage(organizationId: string, imageId: string): Promise<Buffer | null> {
  return readFile(imagePath(organizationId, imageId)).catch(() => null);
}

export async function removeImage(organizationId: string, imageId: string): Promise<void> {
  await rm(imagePath(organizationId, imageId), { force: true });
}
