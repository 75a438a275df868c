import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartError } from "#lib/errors.ts";

/**
 * Takes a folder for this process alone. PGlite has no lock of its own, and two openers silently lose data.
 * The lock is the operating system's, held through an exclusive SQLite transaction: it ends with the process,
 * however that ends, so it is never stale and never has to be stolen.
 * @returns a function that gives the folder back
 * @throws StartError whose message names the process that holds the folder; what the disk says when it is the disk
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(dirname(folder), { recursive: true, mode: 0o700 });
  const lock = new DatabaseSync(`${folder}.lock`);
  const holderPath = `${folder}.pid`;
  try {
    lock.exec("BEGIN EXCLUSIVE");
  } catch (cause) {
    lock.close();
    if (!isHeld(cause)) throw cause;
    throw new StartError(
      `The database folder ${folder} is in use by process ${readHolder(holderPath)}. Stop it first, or set DATABASE_URL to use Postgres, which several processes can share.`,
      { cause },
    );
  }
  writeFileSync(holderPath, String(process.pid), { mode: 0o600 });
  return () => lock.close();
}

/** SQLITE_BUSY. Anything else is about the disk and not about another process. */
const isHeld = (error: unknown): boolean =>
  error instanceof Error && "errcode" in error && error.errcode === 5;

function readHolder(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "(unknown)";
  }
}
