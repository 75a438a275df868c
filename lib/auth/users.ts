import { and, eq, like } from "drizzle-orm";
import { db } from "#db/client.ts";
import { accounts, users } from "#db/schema/users.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";

export async function findUserIdByEmail(email: string): Promise<string | null> {
  const [user] = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
  return user?.id ?? null;
}

export async function findUserIdByIdentity(
  provider: string,
  providerAccountId: string,
): Promise<string | null> {
  const [account] = await db
    .select({ userId: accounts.userId })
    .from(accounts)
    .where(and(eq(accounts.provider, provider), eq(accounts.providerAccountId, providerAccountId)));
  return account?.userId ?? null;
}

/** Whether somebody else of this issuer holds the user already: an address that was given to a second person. */
export async function hasIdentityOf(userId: string, issuer: string): Promise<boolean> {
  const prefix = `${issuer.replace(/[\\%_]/g, "\\$&")}#%`;
  const rows = await db
    .select({ userId: accounts.userId })
    .from(accounts)
    .where(and(eq(accounts.userId, userId), like(accounts.providerAccountId, prefix)));
  return rows.length > 0;
}

export async function findOrCreateUser(email: string): Promise<string> {
  const emailVerified = clock.now();
  const [user] = await db
    .insert(users)
    .values({ email, emailVerified })
    .onConflictDoUpdate({ target: users.email, set: { emailVerified } })
    .returning({ id: users.id });
  if (!user) throw new DomainError("unavailable");
  return user.id;
}
