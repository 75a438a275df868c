import type { Access, Account, AppCredentials, Tokens } from "#lib/networks/account.ts";
import type { Adapter } from "#lib/networks/adapter.ts";
import type { ConnectOutcome } from "#lib/networks/connector.ts";
import { visitAuthorize } from "./authorize-as.ts";
import { appPassword } from "./bluesky/sessions.ts";
import type { ConsentPreset } from "./consent.ts";
import { challengeOf, newSecret } from "./secrets.ts";
import type { Simulator } from "./simulator.ts";

const redirectUri = "http://herald.test/connect/callback";

type Connected = {
  access: Access & { refreshToken: string | null };
  account: Account;
  tokens: Tokens;
  /** Null where a password is enough. */
  app: AppCredentials | null;
};

/** A connection to a simulated account, made as Herald makes it: through the page where consent is given, or by a password. */
export async function connectAs(
  simulator: Simulator,
  adapter: Adapter,
  account = "alice",
): Promise<Connected> {
  const { connector } = adapter;
  const { outcome, app } =
    connector.by === "app_password"
      ? { outcome: await connector.signIn(simulator.origin, `${account}.test`, appPassword), app: null }
      : await consentAs(simulator, adapter, { account, decision: "approve" });
  if (outcome?.kind !== "connected") throw new Error(`not connected but ${JSON.stringify(outcome)}`);
  return {
    app,
    account: outcome.account,
    tokens: outcome.tokens,
    access: toAccess(outcome.account, outcome.tokens),
  };
}

/** What the adapter needs of a connection. The token is an old one, unless it is said when it came. */
export const toAccess = (account: Account, tokens: Tokens, tokenReceivedAt?: Date): Connected["access"] => ({
  origin: account.origin,
  subject: account.subject,
  handle: account.handle,
  limits: account.limits,
  accessToken: tokens.accessToken,
  refreshToken: tokens.refreshToken,
  grantedScopes: tokens.grantedScopes,
  ...(tokenReceivedAt && { tokenReceivedAt }),
});

/** Goes to the page, decides, and comes back: with a code, or with an error. `tamper` changes what comes back. */
export async function consentAs(
  simulator: Simulator,
  adapter: Adapter,
  preset: ConsentPreset,
  tamper: { code?: string; codeVerifier?: string; waitMs?: number } = {},
): Promise<{ back: URL; outcome: ConnectOutcome | null; codeVerifier: string; app: AppCredentials }> {
  const { connector } = adapter;
  if (connector.by !== "consent") throw new Error(`${adapter.id} has no page for consent`);
  const origin = connector.registerApp ? simulator.origin : "";
  const app = connector.configuredApp() ?? (await connector.registerApp?.(origin, redirectUri)) ?? null;
  if (!app || "kind" in app) throw new Error(`${adapter.id} has no app to consent to`);
  const verifier = newSecret(48);
  const address = new URL(
    await connector.consentAddress({
      app,
      origin,
      state: "the state",
      codeChallenge: challengeOf(verifier),
      redirectUri,
    }),
  );
  const provider = adapter.id as NonNullable<ConsentPreset["provider"]>;
  const query = Object.fromEntries(address.searchParams);
  const back = await visitAuthorize(simulator, address.pathname, query, { provider, ...preset });
  const code = tamper.code ?? back.searchParams.get("code");
  const codeVerifier = tamper.codeVerifier ?? verifier;
  if (tamper.waitMs) await simulator.advanceClock(tamper.waitMs);
  const outcome = code ? await connector.finish({ app, origin, code, codeVerifier, redirectUri }) : null;
  return { back, outcome, codeVerifier, app };
}
