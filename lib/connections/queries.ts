import { and, eq, isNotNull, ne } from "drizzle-orm";
import { db } from "#db/client.ts";
import { connectionRequests, connections, connectionTokens } from "#db/schema/connections.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { canSeal } from "#lib/key-ring.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import { coversPost } from "#lib/networks/costs/queries.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { isSimulated } from "#lib/networks/network-hosts.ts";
import { networkIds, networks } from "#lib/networks/networks.ts";
import { getNetworkSettings } from "#lib/networks/settings/queries.ts";
import { openOther } from "./consent/other-account.ts";
import { listPermissions } from "./permissions.ts";
import type { AccountChoice, ConnectionInfo, ConnectOffer } from "./schemas.ts";
import { consentEnd, stateOf } from "./state.ts";
import { tokensOfConnection } from "./tokens/queries.ts";

/** The member's own connected accounts, in the order of the networks. */
export async function listConnections(actor: MemberActor): Promise<ConnectionInfo[]> {
  const rows = await db
    .select({
      connection: connections,
      refreshToken: isNotNull(connectionTokens.refreshToken),
      expiresAt: connectionTokens.expiresAt,
      refreshExpiresAt: connectionTokens.refreshExpiresAt,
    })
    .from(connections)
    .leftJoin(connectionTokens, tokensOfConnection)
    .where(
      and(
        eq(connections.organizationId, actor.organizationId),
        eq(connections.memberId, actor.memberId),
        ne(connections.status, "disconnected"),
      ),
    );
  return rows
    .flatMap(({ connection, ...tokens }) => toInfo(connection, consentEnd(tokens)) ?? [])
    .sort((one, other) => networkIds.indexOf(one.network) - networkIds.indexOf(other.network));
}

/** Every network that can be connected, and the member's account there. */
export async function listConnectOffers(actor: MemberActor): Promise<ConnectOffer[]> {
  const [own, settings] = await Promise.all([listConnections(actor), getNetworkSettings(actor)]);
  const offers = networkIds.map(async (id) => {
    const { connecting, name } = networks[id];
    if (!connecting) return [];
    return {
      network: id,
      name,
      by: connecting.by,
      server: connecting.server,
      usualServer:
        connecting.by === "app_password" || isSimulated(id) ? (connecting.server?.example ?? "") : "",
      isSetUp: isSetUp(id),
      publishes: settings[id].publishes,
      isPaid: connecting.prices !== null,
      coversPost: await coversPost(actor, id),
      isSimulated: isSimulated(id),
      connection: own.find(({ network }) => network === id) ?? null,
    };
  });
  return (await Promise.all(offers)).flat();
}

/** The two accounts that a member has to choose from, while the choice is open; else null. */
export async function findAccountChoice(
  actor: MemberActor,
  requestId: string,
): Promise<AccountChoice | null> {
  const [request] = await db
    .select()
    .from(connectionRequests)
    .where(
      and(
        eq(connectionRequests.organizationId, actor.organizationId),
        eq(connectionRequests.memberId, actor.memberId),
        eq(connectionRequests.id, requestId),
      ),
    );
  if (!request?.other || request.expiresAt <= clock.now()) return null;
  const connection = (await listConnections(actor)).find(({ network }) => network === request.network);
  if (!connection) return null;
  const { account } = openOther(actor.organizationId, requestId, request.other);
  return {
    requestId,
    network: request.network,
    connected: sayAccount(connection),
    other: sayAccount(account),
  };
}

function toInfo(row: typeof connections.$inferSelect, endsAt: Date | null): ConnectionInfo | null {
  const { id, network, origin, handle, displayName, profileUrl, status, grantedScopes, limits } = row;
  if (status === "disconnected") return null;
  return {
    id,
    network,
    networkName: networks[network].name,
    origin,
    handle,
    displayName,
    profileUrl,
    state:
      row.isSimulated === isSimulated(network, origin) ? stateOf(status, endsAt, clock.now()) : "expired",
    connectedAt: row.connectedAt,
    endsAt,
    permissions: listPermissions(network, grantedScopes),
    grantedScopes,
    limits,
    isSimulated: row.isSimulated,
  };
}

function isSetUp(network: NetworkId): boolean {
  const connector = adapterOf(network)?.connector;
  if (!connector || !canSeal()) return false;
  return connector.by === "app_password" || Boolean(connector.registerApp ?? connector.configuredApp());
}

const sayAccount = ({ displayName, handle }: { displayName: string; handle: string }): string =>
  displayName === handle ? displayName : `${displayName} (${handle})`;
