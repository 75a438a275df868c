export const providers = ["linkedin", "x", "bluesky", "mastodon"] as const;

export type Provider = (typeof providers)[number];

export const providerNames: Record<Provider, string> = {
  linkedin: "LinkedIn",
  x: "X",
  bluesky: "Bluesky",
  mastodon: "Mastodon",
};

const paths: [Provider, RegExp][] = [
  [
    "linkedin",
    /^\/(oauth\/v2\/|oauth\/openid\/|v2\/userinfo$|v2\/me$|v2\/connections\/|rest\/|dms-uploads\/)/,
  ],
  ["x", /^\/(i\/oauth2\/|2\/)/],
  ["bluesky", /^\/(xrpc\/|did:plc:)/],
  [
    "mastodon",
    /^\/(api\/v[12]\/|oauth\/(authorize|token|revoke)$|\.well-known\/oauth-authorization-server$)/,
  ],
];

/** The networks share one origin; no path is served by two of them. */
export const providerOf = (path: string): Provider | null =>
  paths.find(([, pattern]) => pattern.test(path))?.[0] ?? null;
