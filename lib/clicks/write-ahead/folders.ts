import { existsSync } from "node:fs";
import { mkdir, readdir, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "#db/columns.ts";
import { lockFolder } from "#db/folder-lock.ts";
import { StartError } from "#lib/errors.ts";

/** A folder that no other process writes to or reads while we have it. */
export type OwnFolder = { path: string; leave: () => Promise<void> };

/** A new folder of our own below `root`. */
export async function claimFolder(root: string): Promise<OwnFolder> {
  const path = join(root, newId());
  await mkdir(path, { recursive: true, mode: 0o700 });
  return { path, leave: leaving(path, lockFolder(path)) };
}

/** Takes over the folders below `root` whose processes have ended. */
export async function adoptFolders(root: string): Promise<OwnFolder[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) => {
      const path = join(root, name);
      const release = lockUnlessHeld(path);
      return release ? [{ path, leave: leaving(path, release) }] : [];
    });
}

function lockUnlessHeld(path: string): (() => void) | null {
  try {
    return lockFolder(path);
  } catch (error) {
    if (error instanceof StartError) return null;
    throw error;
  }
}

/** Gives the folder back, and removes it when nothing is left in it. */
const leaving = (path: string, release: () => void) => async () => {
  await rmdir(path).catch(() => {});
  release();
  if (!existsSync(path)) for (const ending of [".lock", ".pid"]) await rm(path + ending, { force: true });
};
