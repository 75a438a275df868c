import type { Account, AppCredentials, Tokens } from "./account.ts";
import type { AppBlock, NeedsReconnect, RetryAfter, TryLater } from "./outcomes.ts";

export type ConnectOutcome =
  | { kind: "connected"; account: Account; tokens: Tokens }
  /** The code was used, too old, or somebody else's. */
  | { kind: "start_again" }
  /** The password, or the name, is not right; the sentence says what to do. */
  | { kind: "refused"; sentence: string }
  | AppBlock
  | RetryAfter
  | TryLater;

export type RefreshOutcome =
  | { kind: "refreshed"; tokens: Tokens }
  | NeedsReconnect
  | AppBlock
  | RetryAfter
  | TryLater;

export type ConsentRequest = {
  app: AppCredentials;
  origin: string;
  state: string;
  /** PKCE S256; left out of the address where the network does not know it. */
  codeChallenge: string;
  redirectUri: string;
};

export type ConsentAnswer = {
  app: AppCredentials;
  origin: string;
  code: string;
  codeVerifier: string;
  redirectUri: string;
};

/** Consent on the network's own page. */
export type ConsentConnector = {
  by: "consent";
  /** The app from the environment; null when it is not set up (or, where Herald registers itself, null always). */
  configuredApp: () => AppCredentials | null;
  /** Registers Herald at a server; for networks of many servers. */
  registerApp: ((origin: string, redirectUri: string) => Promise<AppCredentials | TryLater>) | null;
  consentAddress: (request: ConsentRequest) => Promise<string>;
  /** The member came back with a code. Asked within the callback's own request: some codes live for seconds. */
  finish: (answer: ConsentAnswer) => Promise<ConnectOutcome>;
  /** What `error` in the callback means: a member who said no, something wrong with the app, or nothing that lasts. */
  readError: (error: string) => "denied" | "app" | "later";
};

/** A password made for Herald alone, which is not kept: only the session that it opens is. */
export type PasswordConnector = {
  by: "app_password";
  signIn: (origin: string, identifier: string, password: string) => Promise<ConnectOutcome>;
};
