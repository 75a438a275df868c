import { createHash } from "node:crypto";
import { env } from "#lib/env.ts";
import type { AppCredentials } from "./account.ts";

/** A name for the settings under which a network is asked: another one when any of them is, and no secret can be read from it. */
export function settingsDigest(app: AppCredentials | null, ...more: string[]): string {
  const settings = JSON.stringify([app, env.NETWORK_SIMULATOR ?? null, ...more]);
  return createHash("sha256").update(settings).digest("base64url").slice(0, 22);
}
