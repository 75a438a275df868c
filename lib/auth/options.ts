import type { Account, NextAuthOptions, Profile, User } from "next-auth";
import { z } from "zod";
import { findAdmission } from "#lib/auth/admission.ts";
import { demoProvider } from "#lib/auth/demo-provider.ts";
import { parseEmail } from "#lib/auth/email-address.ts";
import {
  isSecure,
  sessionClaims,
  sessionCookieName,
  sessionCookieOptions,
  sessionDays,
} from "#lib/auth/session-cookie.ts";
import { closeSession, findSessionPerson, openSession } from "#lib/auth/sessions.ts";
import { findOrCreateUser, findUserIdByEmail, findUserIdByIdentity } from "#lib/auth/users.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

// next-auth reads its own address from here and nowhere else; without it, it would believe the Host header.
process.env.NEXTAUTH_URL = env.PUBLIC_URL;

const maxAge = sessionDays * 86_400;

export const authOptions: NextAuthOptions = {
  providers: [...(env.HERALD_DEMO ? [demoProvider()] : [])],
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
  pages: { signIn: "/sign-in?asked=1", signOut: "/sign-out", error: "/sign-in/refused" },
  callbacks: {
    redirect: ({ url }) => ownAddress(url),

    /** Before anything is stored: only a member, an invited person or somebody of an allowed domain goes on. */
    async signIn({ user, account, profile }) {
      if (!account) return false;
      const email = provenEmail(account, user, profile);
      const userId = await findUserId(account, email);
      const admission = await findAdmission({ userId, email });
      if (admission.kind === "suspended" || admission.kind === "stranger")
        return `/sign-in/refused?reason=${admission.kind}`;
      return true;
    },

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

const verifiedProfile = z.object({ email: z.string(), email_verified: z.literal(true) });

/** The address that this sign-in proves to be the person's, if it proves one. */
function provenEmail(account: Account, user: Pick<User, "email">, profile?: Profile): string | null {
  if (account.type !== "oauth") return parseEmail(user.email);
  const isProven = env.OIDC_TRUST_EMAIL || verifiedProfile.safeParse(profile).success;
  return isProven ? parseEmail(profile?.email) : null;
}

async function findUserId(account: Account, email: string | null): Promise<string | null> {
  const known = await findUserIdByIdentity(account.provider, account.providerAccountId);
  return known ?? (email ? findUserIdByEmail(email) : null);
}

function causeOf(metadata: unknown): unknown {
  if (metadata instanceof Error) return metadata;
  return z.object({ error: z.unknown() }).safeParse(metadata).data?.error;
}
