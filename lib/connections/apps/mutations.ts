import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { networkApps } from "#db/schema/connections.ts";
import { clock } from "#lib/clock.ts";
import { seal } from "#lib/key-ring.ts";
import type { AppCredentials } from "#lib/networks/account.ts";
import type { ConsentConnector } from "#lib/networks/connector.ts";
import type { TryLater } from "#lib/networks/outcomes.ts";
import { type AppKey, findApp, isApp, mayBeForgotten, placeOfApp } from "./queries.ts";

/**
 * The app that Herald is at a network: the one from the environment, or the one that it registered itself at that server, now
 * if there is none. Of two processes that register at one moment both use what the first one kept.
 */
export async function getApp(
  connector: ConsentConnector,
  key: AppKey,
): Promise<AppCredentials | TryLater | null> {
  const configured = connector.configuredApp();
  if (configured || !connector.registerApp) return configured;
  const known = await findApp(key);
  if (known && !(await mayBeForgotten(key, known.createdAt))) return known;
  if (known) await forgetApp(key, known.clientId);

  const made = await connector.registerApp(key.origin, key.redirectUri);
  if ("kind" in made) return made;
  const { clientId, clientSecret, scopes } = made;
  await db
    .insert(networkApps)
    .values({
      ...key,
      clientId,
      scopes,
      clientSecret: seal(clientSecret, placeOfApp(key)),
      createdAt: clock.now(),
    })
    .onConflictDoNothing();
  return findApp(key);
}

/** The server does not know it any more: the next one who connects registers Herald anew. */
export async function forgetApp(key: AppKey, clientId: string): Promise<void> {
  await db.delete(networkApps).where(and(isApp(key), eq(networkApps.clientId, clientId)));
}
