import type { AppCredentials } from "../account.ts";
import { registeredApp } from "../network-hosts.ts";

/** Posting needs the first three together; without `offline.access` a connection lasts two hours. */
const scopes = "tweet.read tweet.write users.read offline.access media.write";

export const readingScopes = ["tweet.read", "users.read"] as const;
export const postingScopes = ["tweet.write", ...readingScopes] as const;
export const mediaScopes = ["media.write"] as const;

export function configuredApp(): AppCredentials | null {
  const app = registeredApp("x");
  return app && { ...app, scopes };
}
