import { env } from "#lib/env.ts";
import type { NetworkId } from "./network.ts";

/** What an operator does so that members can connect: settings to make, and where it is written down. */
export type AppSetup = {
  /** The variables that hold Herald's own app; empty where no app is needed. */
  variables: readonly ("LINKEDIN_CLIENT_ID" | "LINKEDIN_CLIENT_SECRET" | "X_CLIENT_ID" | "X_CLIENT_SECRET")[];
  /** Why there is nothing to set up, where there is not. */
  note: string | null;
  /** The version of the network's API that is asked for, where one has to be named and dies some day. */
  version: (() => { variable: string; value: string }) | null;
};

export const appSetups: Partial<Record<NetworkId, AppSetup>> = {
  linkedin: {
    variables: ["LINKEDIN_CLIENT_ID", "LINKEDIN_CLIENT_SECRET"],
    note: null,
    version: () => ({ variable: "LINKEDIN_VERSION", value: env.LINKEDIN_VERSION }),
  },
  x: { variables: ["X_CLIENT_ID", "X_CLIENT_SECRET"], note: null, version: null },
  bluesky: {
    variables: [],
    note: "Nothing to set up: members connect with an app password of their own.",
    version: null,
  },
  mastodon: {
    variables: [],
    note: "Nothing to set up: Herald registers itself at each member’s server.",
    version: null,
  },
};

/** The variables of a network's app that are not set. */
export const missingVariables = (network: NetworkId): string[] =>
  (appSetups[network]?.variables ?? []).filter((name) => !env[name]);
