import { z } from "zod";
import type { Account, Tokens } from "../account.ts";
import { readJson } from "../ask-network.ts";
import type { ConnectOutcome, ConsentAnswer, ConsentConnector } from "../connector.ts";
import { readConsentError } from "../consent-error.ts";
import { xHosts } from "../network-hosts.ts";
import { readRefusal } from "./answers.ts";
import { configuredApp, readingScopes } from "./app.ts";
import { askX } from "./ask.ts";
import { exchangeCode } from "./tokens.ts";

/** https://docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code. The code lives for thirty seconds. */
export const xConnector: ConsentConnector = {
  by: "consent",
  configuredApp,
  registerApp: null,
  consentAddress: async ({ app, state, redirectUri, codeChallenge }) =>
    `${xHosts().pages}/i/oauth2/authorize?${new URLSearchParams({
      response_type: "code",
      client_id: app.clientId,
      redirect_uri: redirectUri,
      scope: app.scopes,
      state,
      code_challenge: codeChallenge,
      code_challenge_method: "S256",
    })}`,
  finish,
  readError: readConsentError,
};

async function finish(answer: ConsentAnswer): Promise<ConnectOutcome> {
  const outcome = await exchangeCode(answer);
  if (outcome.kind === "refused") return { kind: "start_again" };
  if (outcome.kind === "unheard") return { kind: "try_later" };
  return outcome.kind === "tokens" ? identify(outcome.tokens) : outcome;
}

const me = z.object({
  data: z.object({ id: z.string().regex(/^\d+$/), name: z.string(), username: z.string().min(1) }),
});

async function identify(tokens: Tokens): Promise<ConnectOutcome> {
  const answer = await askX(tokens, { method: "GET", path: "/2/users/me" });
  if (answer.kind !== "answer") return { kind: "try_later" };
  const { data } = me.safeParse(answer.status === 200 ? readJson(answer) : null);
  if (data) return { kind: "connected", account: toAccount(data.data), tokens };
  const refusal = readRefusal(answer, tokens, readingScopes);
  if (refusal?.kind === "needs_reconnect")
    return refusal.reason === "revoked"
      ? { kind: "refused", sentence: "X has suspended this account. Ask X about it, or connect another one." }
      : { kind: "start_again" };
  return refusal && refusal.kind !== "rejected" ? refusal : { kind: "try_later" };
}

const toAccount = ({ id, name, username }: z.output<typeof me>["data"]): Account => ({
  origin: "",
  subject: id,
  handle: username,
  displayName: name || username,
  profileUrl: `${xHosts().pages}/${username}`,
  limits: null,
});
