import { writeSync } from "node:fs";
import { StartError } from "#lib/errors.ts";

type SystemError = Error & { code?: string; path?: string; port?: number; address?: string };

/** What an operator can do something about, as one sentence; null for what is a fault of ours. */
export function explainFailure(failure: unknown): string | null {
  if (!(failure instanceof Error)) return null;
  const { code, path, port, message } = deepest(failure);
  const place = path ?? process.env.DATA_DIR ?? ".data";
  switch (code) {
    case "EADDRINUSE":
      return `Port ${port} is taken by another program. Stop it, or choose another: PORT=${(port ?? 3000) + 1}.`;
    case "EADDRNOTAVAIL":
      return `HOST ${(failure as SystemError).address ?? ""} is not an address of this machine.`;
    case "ENOSPC":
      return `The disk is full: nothing could be written to ${place}.`;
    case "EACCES":
    case "EPERM":
    case "EROFS":
    case "ENOTDIR":
    case "EEXIST":
      return port
        ? `Port ${port} may not be used by this account.`
        : `DATA_DIR: ${place} cannot be written to.`;
    case "ECONNREFUSED":
    case "ENOTFOUND":
    case "28P01":
    case "3D000":
      return `DATABASE_URL: the database cannot be reached (${message}).`;
    default:
      return failure instanceof StartError ? failure.message : null;
  }
}

/** Drizzle and others wrap the error that says what happened. */
function deepest(error: SystemError): SystemError {
  if (error.cause instanceof Error) return deepest(error.cause);
  return isFullInPglite(error.cause) ? { ...error, message: error.message, code: "ENOSPC" } : error;
}

/** PGlite's file system throws no Error, and numbers as WASI does: 51 is `nospc`. */
const isFullInPglite = (cause: unknown): boolean =>
  typeof cause === "object" && cause !== null && "errno" in cause && cause.errno === 51;

// Imported first, so that also an error while the other modules load ends in a sentence.
process.on("uncaughtException", (failure) => {
  const sentence = explainFailure(failure);
  writeSync(2, `${sentence ?? failure.stack}\n`);
  process.exit(1);
});
