import type { NextAuthOptions } from "next-auth";
import { z } from "zod";
import { adapter } from "#lib/auth/adapter.ts";
import { admit, admitMail, provenEmail } from "#lib/auth/admit.ts";
import { demoProvider } from "#lib/auth/demo-provider.ts";
import { emailProvider } from "#lib/auth/email-provider.ts";
import { oidcProvider } from "#lib/auth/oidc-provider.ts";
import { sessionCookieOptions, sessionDays } from "#lib/auth/session-cookie.ts";
import { isSecure, sessionClaims, sessionCookieName } from "#lib/auth/session-token.ts";
import { closeSession, findSessionPerson, openSession } from "#lib/auth/sessions.ts";
import { findOrCreateUser } from "#lib/auth/users.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

// next-auth reads its own address from here and nowhere else; without it, it would believe the Host header.
process.env.NEXTAUTH_URL = env.PUBLIC_URL;

const maxAge = sessionDays * 86_400;

function listProviders(): NextAuthOptions["providers"] {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret } = env;
  return [
    ...(env.HERALD_DEMO ? [demoProvider()] : []),
    ...(env.SMTP_URL ? [emailProvider()] : []),
    ...(issuer && clientId && clientSecret ? [oidcProvider({ issuer, clientId, clientSecret })] : []),
  ];
}

export const authOptions: NextAuthOptions = {
  providers: listProviders(),
  adapter,
  secret: env.AUTH_SECRET,
  session: { strategy: "jwt", maxAge },
  jwt: { maxAge },
  useSecureCookies: isSecure,
  cookies: {
    sessionToken: {
      name: sessionCookieName,
      options: sessionCookieOptions,
    },
  },
  pages: {
    signIn: "/sign-in?asked=1",
    signOut: "/sign-out?asked=1",
    error: "/sign-in/refused",
    verifyRequest: "/sign-in/check-mail",
  },
  callbacks: {
    redirect: ({ url }) => ownAddress(url),

    signIn: ({ user, account, profile, email }) =>
      email?.verificationRequest ? admitMail(user.email) : admit(account, user, profile),

    /** At sign-in the cookie gets its session's id, and keeps nothing else of what next-auth would put there. */
    async jwt({ token, user, account, profile }) {
      if (!account) return token;
      const email = provenEmail(account, user, profile);
      const userId = account.type === "credentials" && email ? await findOrCreateUser(email) : user.id;
      return { sid: await openSession({ userId, email, name: user.name ?? null }) };
    },

    async session({ session, token }) {
      const { sid } = sessionClaims.safeParse(token).data ?? {};
      const user = sid ? await findSessionPerson(sid) : null;
      return user ? { expires: session.expires, user } : { expires: session.expires };
    },
  },
  events: {
    async signOut({ token }) {
      const { sid } = sessionClaims.safeParse(token).data ?? {};
      if (sid) await closeSession(sid);
    },
  },
  logger: {
    error: (code, metadata) => log.warn({ code, err: causeOf(metadata) }, "sign-in failed"),
    warn: (code) => log.debug({ code }, "next-auth warns"),
    debug: () => {},
  },
};

/** An address of our own, whatever a form or a cookie asked for. */
function ownAddress(url: string): string {
  const address = URL.parse(url, env.PUBLIC_URL);
  return address?.origin === new URL(env.PUBLIC_URL).origin ? address.href : env.PUBLIC_URL;
}

function causeOf(metadata: unknown): unknown {
  if (metadata instanceof Error) return metadata;
  return z.object({ error: z.unknown() }).safeParse(metadata).data?.error;
}
