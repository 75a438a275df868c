import { getActor } from "#lib/auth/actor.ts";
import { readSessionId } from "#lib/auth/session-cookie.ts";
import { env } from "#lib/env.ts";
import { toFailure } from "#lib/failure.ts";
import { connectionsPage, type Landing, pathOf } from "../landing.ts";
import { finishConsent } from "./mutations.ts";
import { type CallbackInput, callbackInput } from "./schemas.ts";

/**
 * Answers a member who comes back from a network: with a redirect, always, so that the code and the state in the address are
 * gone from it. Some codes live for seconds, so they are exchanged before it is sent.
 */
export async function answerCallback(query: URLSearchParams, network: string): Promise<Response> {
  const [actor, sessionId] = await Promise.all([getActor(), readSessionId()]);
  if (!actor || !sessionId) return goTo("/sign-in");
  const input = callbackInput.safeParse({ ...Object.fromEntries(query), network });
  if (!input.success) return goTo(connectionsPage);
  return finishConsent(actor, sessionId, input.data)
    .then(land)
    .catch((error: unknown) => land(failed(input.data, error)));
}

function failed({ network }: CallbackInput, error: unknown): Landing {
  toFailure(error);
  return { result: "try_later", network, requestId: null, returnTo: null };
}

const land = (landing: Landing): Response => goTo(pathOf(landing));

const goTo = (path: string): Response =>
  new Response(null, {
    status: 303,
    headers: {
      Location: `${env.PUBLIC_URL}${path}`,
      "Cache-Control": "no-store",
      "Referrer-Policy": "no-referrer",
    },
  });
