import { env } from "#lib/env.ts";
import type { AppCredentials } from "../adapter.ts";
import { registeredApp } from "../network-hosts.ts";

export function configuredApp(): AppCredentials | null {
  const app = registeredApp("linkedin");
  return app && { ...app, scopes: env.LINKEDIN_SCOPES };
}
