import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { connectionRequests } from "#db/schema/connections.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { assertCanSeal, seal } from "#lib/key-ring.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import { consume } from "#lib/rate-limits.ts";
import { hashState, newSecret, placeOfVerifier } from "../consent/proof.ts";
import { type KeptResult, keepAccount } from "../mutations.ts";
import type { ConnectWithPasswordInput } from "../schemas.ts";
import { noServer, originOf } from "../server.ts";

/** Opens a session with a password made for Herald alone, and keeps the session. The password is forgotten here. */
export async function connectWithPassword(
  actor: MemberActor,
  sessionId: string,
  { network, server, identifier, password, returnTo }: ConnectWithPasswordInput,
): Promise<{ result: KeptResult; requestId: string }> {
  await consume("connect", actor.memberId);
  const connector = adapterOf(network)?.connector;
  const { name } = networks[network];
  if (connector?.by !== "app_password")
    throw new DomainError("invalid", `${name} is not connected with a password.`);
  assertCanSeal();
  const origin = originOf(network, server);

  const outcome = await connector.signIn(origin, identifier, password);
  if (outcome.kind === "refused") throw new DomainError("invalid", outcome.sentence);
  if (outcome.kind === "start_again") throw new DomainError("invalid", `${name} did not take it. Try again.`);
  if (outcome.kind === "try_later") throw noServer(network, server);
  if (outcome.kind === "retry_after")
    throw new DomainError("limit_reached", `${name} wants us to wait a little. Try again in some minutes.`);
  if (outcome.kind === "app_blocked")
    throw new DomainError("unavailable", `${name} does not let Herald in. Your admin can find out why.`);

  const request = await insertRequest(actor, sessionId, { network, origin, returnTo });
  return { result: await keepAccount(actor, request, outcome), requestId: request.id };
}

/** Answered already: it is there to ask about another account, should it be one. */
async function insertRequest(
  { organizationId, memberId }: MemberActor,
  sessionId: string,
  asked: { network: NetworkId; origin: string; returnTo: string },
): Promise<{ id: string; network: NetworkId }> {
  const [id, now] = [newId(), clock.now()];
  await db.insert(connectionRequests).values({
    organizationId,
    id,
    memberId,
    sessionId,
    ...asked,
    stateHash: hashState(newSecret()),
    codeVerifier: seal(newSecret(), placeOfVerifier(organizationId, id)),
    redirectUri: "",
    createdAt: now,
    expiresAt: now,
    usedAt: now,
  });
  return { id, network: asked.network };
}
