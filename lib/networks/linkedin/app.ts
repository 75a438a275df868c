import { env } from "#lib/env.ts";
import type { AppCredentials } from "../account.ts";
import { registeredApp } from "../network-hosts.ts";
import { readScopes } from "../scopes.ts";

export function configuredApp(): AppCredentials | null {
  const app = registeredApp("linkedin");
  // Who sets them may have copied them from a page that writes commas.
  return app && { ...app, scopes: readScopes(env.LINKEDIN_SCOPES).join(" ") };
}
