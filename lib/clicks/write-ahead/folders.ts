import { existsSync } from "node:fs";
import { mkdir, open, readdir, rm, rmdir } from "node:fs/promises";
import { join } from "node:path";
import { newId } from "#db/columns.ts";
import { lockFolder } from "#db/folder-lock.ts";
import { StartError } from "#lib/errors.ts";

/** A folder that no other process writes to or reads while we have it. */
export type OwnFolder = { path: string; leave: () => Promise<void> };

/** A new folder of our own below `root`. It is locked before it is there, so that nobody takes it for a dead one's. */
export async function claimFolder(root: string): Promise<OwnFolder> {
  const path = join(root, newId());
  const folder = { path, leave: leaving(path, lockFolder(path)) };
  try {
    await mkdir(path, { mode: 0o700 });
    await syncFolder(root);
    return folder;
  } catch (error) {
    await folder.leave();
    throw error;
  }
}

/** The folders below `root` whose processes have ended, one after the other; leave each before the next. */
export async function* adoptFolders(root: string): AsyncGenerator<OwnFolder> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    const path = join(root, entry.name);
    const release = entry.isDirectory() ? lockUnlessHeld(path) : null;
    if (release) yield { path, leave: leaving(path, release) };
  }
}

/** Writes to the disk which names a folder holds. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  await folder.sync().finally(() => folder.close());
}

function lockUnlessHeld(path: string): (() => void) | null {
  try {
    return lockFolder(path);
  } catch (error) {
    if (error instanceof StartError) return null;
    throw error;
  }
}

/** Removes the folder when nothing is left in it, and its lock while it is still ours; then gives it back. */
const leaving = (path: string, release: () => void) => async () => {
  await rmdir(path).catch(() => {});
  if (!existsSync(path)) for (const ending of [".pid", ".lock"]) await rm(path + ending, { force: true });
  release();
};
