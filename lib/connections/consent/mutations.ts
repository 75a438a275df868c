import { and, eq, gt, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { connectionRequests } from "#db/schema/connections.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { DomainError } from "#lib/errors.ts";
import { open, seal } from "#lib/key-ring.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import type { ConsentConnector } from "#lib/networks/connector.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import type { AppBlock } from "#lib/networks/outcomes.ts";
import { consume } from "#lib/rate-limits.ts";
import { tellOfAppBlock } from "../access/standing/mutations.ts";
import { forgetApp, getApp } from "../apps/mutations.ts";
import { findApp } from "../apps/queries.ts";
import type { Landing } from "../landing.ts";
import { keepAccount } from "../mutations.ts";
import type { Result } from "../results.ts";
import type { ConnectInput } from "../schemas.ts";
import { noServer, notSetUp, originOf } from "../server.ts";
import { challengeOf, hashState, newSecret, placeOfVerifier } from "./proof.ts";
import { type ConnectionRequest, findRequest } from "./queries.ts";
import type { CallbackInput } from "./schemas.ts";

const lifeMs = 10 * 60_000;

/** Remembers who goes to a network and why. @returns the address of the network's own page, where consent is asked for */
export async function beginConsent(
  actor: MemberActor,
  sessionId: string,
  { network, server, returnTo }: ConnectInput,
): Promise<string> {
  await consume("connect", actor.memberId);
  const connector = getConsentConnector(network);
  const origin = originOf(network, server);
  const redirectUri = `${env.PUBLIC_URL}/connect/${network}/callback`;
  const app = await getApp(connector, { network, origin, redirectUri });
  if (!app) throw notSetUp(network);
  if ("kind" in app) throw noServer(network, server);

  const { organizationId, memberId } = actor;
  const [id, state, verifier] = [newId(), newSecret(), newSecret()];
  const createdAt = clock.now();
  await db.insert(connectionRequests).values({
    organizationId,
    id,
    memberId,
    network,
    origin,
    sessionId,
    stateHash: hashState(state),
    codeVerifier: seal(verifier, placeOfVerifier(organizationId, id)),
    redirectUri,
    returnTo,
    createdAt,
    expiresAt: new Date(createdAt.getTime() + lifeMs),
  });
  return connector.consentAddress({ app, origin, state, codeChallenge: challengeOf(verifier), redirectUri });
}

/** Takes a network's answer: once, from the same member in the same session, for the same network, within ten minutes. */
export async function finishConsent(
  actor: MemberActor,
  sessionId: string,
  { network, state, code, error, iss }: CallbackInput,
): Promise<Landing> {
  const at = (result: Result, request: ConnectionRequest | null = null): Landing => ({
    result,
    network,
    requestId: request?.id ?? null,
    returnTo: request?.returnTo ?? null,
  });
  if (!state) return at("foreign");
  const request = await takeRequest(actor, sessionId, network, hashState(state));
  if (!request) return at(await whyNotTaken(actor, sessionId, network, hashState(state)));
  if (iss && isAnotherServer(iss, request)) return at("foreign", request);
  if (code && !error) return at(await exchange(actor, request, code), request);
  if (!error) return at("start_again", request);
  const meaning = getConsentConnector(network).readError(error);
  if (meaning !== "app") return at(meaning === "denied" ? "denied" : "try_later", request);
  await tellOfAppBlock(db, actor, network, appRefused);
  return at("app_refused", request);
}

const appRefused: AppBlock = { kind: "app_blocked", reason: "product" };

/** A code of one server is not to be shown to another, of the networks that are many. */
const isAnotherServer = (iss: string, { origin }: ConnectionRequest): boolean =>
  origin !== "" && URL.parse(iss)?.origin !== origin;

function getConsentConnector(network: NetworkId): ConsentConnector {
  const connector = adapterOf(network)?.connector;
  if (connector?.by !== "consent")
    throw new DomainError("invalid", `${networks[network].name} is not connected this way.`);
  return connector;
}

async function takeRequest(
  actor: MemberActor,
  sessionId: string,
  network: NetworkId,
  stateHash: string,
): Promise<ConnectionRequest | null> {
  const now = clock.now();
  const [taken] = await db
    .update(connectionRequests)
    .set({ usedAt: now })
    .where(
      and(
        eq(connectionRequests.organizationId, actor.organizationId),
        eq(connectionRequests.stateHash, stateHash),
        eq(connectionRequests.memberId, actor.memberId),
        eq(connectionRequests.sessionId, sessionId),
        eq(connectionRequests.network, network),
        isNull(connectionRequests.usedAt),
        gt(connectionRequests.expiresAt, now),
      ),
    )
    .returning();
  return taken ?? null;
}

async function whyNotTaken(
  actor: MemberActor,
  sessionId: string,
  network: NetworkId,
  stateHash: string,
): Promise<Result> {
  const request = await findRequest(actor, stateHash);
  const isOwn =
    request?.memberId === actor.memberId && request.sessionId === sessionId && request.network === network;
  if (!isOwn) return "foreign";
  return request.usedAt ? "used" : "late";
}

async function exchange(actor: MemberActor, request: ConnectionRequest, code: string): Promise<Result> {
  const { network, origin, redirectUri, organizationId, id } = request;
  const connector = getConsentConnector(network);
  const app = connector.configuredApp() ?? (await findApp(request));
  if (!app) return "start_again";
  const codeVerifier = open(request.codeVerifier, placeOfVerifier(organizationId, id));
  const outcome = await connector.finish({ app, origin, code, codeVerifier, redirectUri });
  if (outcome.kind === "connected") return keepAccount(actor, request, outcome);
  if (outcome.kind === "start_again" || outcome.kind === "refused") return "start_again";
  if (outcome.kind !== "app_blocked") return "try_later";
  if (connector.registerApp && outcome.reason === "credentials") {
    await forgetApp(request, app.clientId);
    return "start_again";
  }
  await tellOfAppBlock(db, actor, network, outcome);
  return "app_refused";
}
