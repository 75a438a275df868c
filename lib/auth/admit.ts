import type { Account, Profile, User } from "next-auth";
import { findAdmission } from "#lib/auth/admission.ts";
import { clientIp } from "#lib/auth/client-ip.ts";
import { parseEmail } from "#lib/auth/email-address.ts";
import { issuerOf, verifiedEmail } from "#lib/auth/oidc-provider.ts";
import { findUserIdByEmail, findUserIdByIdentity, hasIdentityOf } from "#lib/auth/users.ts";
import { DomainError } from "#lib/errors.ts";
import { consume } from "#lib/rate-limits.ts";

type Answer = true | `/sign-in${string}`;

/** Whether a sign-in mail may be sent. Says nothing about who exists: everybody gets one, at a measured pace. */
export async function admitMail(email: string | null | undefined): Promise<Answer> {
  try {
    await consume("signInMailFrom", await clientIp());
    await consume("signInMailTo", email ?? "");
    return true;
  } catch (error) {
    if (error instanceof DomainError) return "/sign-in?asked=1&error=TooManyMails";
    throw error;
  }
}

/** Before anything is stored: only a member, an invited person or somebody of an allowed domain goes on. */
export async function admit(account: Account | null, user: EmailHolder, profile?: Profile): Promise<Answer> {
  if (!account) return refuse("other");
  const email = provenEmail(account, user, profile);
  const known = await findUserIdByIdentity(account.provider, account.providerAccountId);
  if (account.type === "oauth" && !known && !email) return refuse("unverified");

  const userId = known ?? (email ? await findUserIdByEmail(email) : null);
  if (account.type === "oauth" && !known && userId) {
    // The issuer knows the user of this address as another subject: the address was given to a new person.
    if (await hasIdentityOf(userId, issuerOf(account.providerAccountId))) return refuse("identity");
  }
  const { kind } = await findAdmission({ userId, email });
  return kind === "suspended" || kind === "stranger" ? refuse(kind) : true;
}

type EmailHolder = Pick<User, "email">;

/** The address that this sign-in proves to be the person's, if it proves one. */
export function provenEmail(account: Account, user: EmailHolder, profile?: Profile): string | null {
  return account.type === "oauth" ? verifiedEmail(profile) : parseEmail(user.email);
}

const refuse = (reason: string): Answer => `/sign-in/refused?reason=${reason}`;
