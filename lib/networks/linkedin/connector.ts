import { clock } from "#lib/clock.ts";
import type { ConnectOutcome, ConsentAnswer, ConsentConnector } from "../connector.ts";
import { readConsentError } from "../consent-error.ts";
import { linkedinHosts } from "../network-hosts.ts";
import { readAccount } from "./account.ts";
import { configuredApp } from "./app.ts";
import { exchangeCode } from "./tokens.ts";

/**
 * https://learn.microsoft.com/en-us/linkedin/shared/authentication/authorization-code-flow
 * Another set of scopes than before ends every earlier token of that member for the app.
 */
export const linkedinConnector: ConsentConnector = {
  by: "consent",
  configuredApp,
  registerApp: null,
  // LinkedIn's web flow knows no PKCE: the state is what ties the answer to the question.
  consentAddress: async ({ app, state, redirectUri }) =>
    `${linkedinHosts().pages}/oauth/v2/authorization?${new URLSearchParams({
      response_type: "code",
      client_id: app.clientId,
      redirect_uri: redirectUri,
      state,
      scope: app.scopes,
    })}`,
  finish,
  readError: readConsentError,
};

async function finish(answer: ConsentAnswer): Promise<ConnectOutcome> {
  const outcome = await exchangeCode(answer);
  if (outcome.kind === "refused") return { kind: "start_again" };
  if (outcome.kind === "unheard") return { kind: "try_later" };
  if (outcome.kind !== "tokens") return outcome;
  const { tokens } = outcome;
  const access = { accessToken: tokens.accessToken, tokenReceivedAt: clock.now() };
  const who = await readAccount(access, tokens.grantedScopes);
  return who.kind === "account" ? { kind: "connected", account: who.account, tokens } : who;
}
