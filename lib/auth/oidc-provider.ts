import type { OAuthConfig } from "next-auth/providers/oauth";
import { z } from "zod";
import { parseEmail } from "#lib/auth/email-address.ts";
import { env } from "#lib/env.ts";

type OidcSettings = { issuer: string; clientId: string; clientSecret: string };

const claims = z.looseObject({
  iss: z.string(),
  sub: z.string(),
  name: z.string().optional(),
  email: z.string().optional(),
  // Some providers (Cognito) send the boolean as a string.
  email_verified: z.union([z.boolean(), z.literal("true").transform(() => true)]).optional(),
});

/** The company's OpenID provider: authorization code with PKCE, state and nonce. */
export const oidcProvider = ({ issuer, clientId, clientSecret }: OidcSettings): OAuthConfig<unknown> => ({
  id: "oidc",
  type: "oauth",
  name: env.OIDC_NAME,
  wellKnown: `${issuer.replace(/\/+$/, "")}/.well-known/openid-configuration`,
  authorization: { params: { scope: "openid email profile" } },
  checks: ["pkce", "state", "nonce"],
  idToken: true,
  clientId,
  clientSecret,
  httpOptions: { timeout: 10_000 },
  // Whom an address may be linked to is decided before, in the signIn callback.
  allowDangerousEmailAccountLinking: true,
  userinfo: {
    request: async ({ client, tokens }) => {
      const token = readClaims(tokens.id_token);
      if (token.email || !client.issuer.metadata.userinfo_endpoint || !tokens.access_token) return token;
      // Many providers leave the address out of the ID token and tell it only here.
      const info = claims.parse({ iss: token.iss, ...(await client.userinfo(tokens.access_token)) });
      if (info.sub !== token.sub) throw new Error("the userinfo is about another subject than the ID token");
      return { ...info, ...token };
    },
  },
  profile: (profile) => {
    const { iss, sub, name } = claims.parse(profile);
    return { id: `${iss}#${sub}`, name: name ?? null, email: verifiedEmail(profile) };
  },
});

/** The address in the claims, when the provider says it is verified or the operator trusts it to be. */
export function verifiedEmail(profile: unknown): string | null {
  const { email, email_verified } = claims.safeParse(profile).data ?? {};
  return email_verified || env.OIDC_TRUST_EMAIL ? parseEmail(email) : null;
}

/** The claims of an ID token whose signature, issuer, audience and nonce next-auth has checked. */
function readClaims(idToken = ""): z.output<typeof claims> {
  return claims.parse(JSON.parse(Buffer.from(idToken.split(".")[1] ?? "", "base64url").toString()));
}

export const issuerOf = (providerAccountId: string): string => providerAccountId.split("#")[0] ?? "";
