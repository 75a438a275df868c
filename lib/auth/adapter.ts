import { DrizzleAdapter } from "@auth/drizzle-adapter";
import { eq, lt, or } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type { Adapter, AdapterAccount, AdapterUser } from "next-auth/adapters";
import { connection, db } from "#db/client.ts";
import { accounts, users, verificationTokens } from "#db/schema/users.ts";
import { clock } from "#lib/clock.ts";

/** next-auth's way to our tables. Sessions are not its business: `sessions.ts` keeps them. */
export const adapter: Adapter = {
  createUser: (user: Omit<AdapterUser, "id">) => drizzle().createUser(user),
  getUser: (id) => drizzle().getUser(id),
  getUserByEmail: (email) => drizzle().getUserByEmail(email),
  getUserByAccount: (account) => drizzle().getUserByAccount(account),
  updateUser: (user) => drizzle().updateUser(user),

  /** Of what the provider sent only the identity is kept; its tokens go no further than here. */
  async linkAccount({ userId, type, provider, providerAccountId }: AdapterAccount) {
    await db.insert(accounts).values({ userId, type, provider, providerAccountId });
  },

  createVerificationToken: (token) => drizzle().createVerificationToken(token),

  /** Uses a mailed link up, and with it every other that was mailed to the address. */
  async useVerificationToken(params) {
    const used = await drizzle().useVerificationToken(params);
    const isStale = lt(verificationTokens.expires, clock.now());
    const isSpent = used ? eq(verificationTokens.identifier, params.identifier) : undefined;
    await db.delete(verificationTokens).where(or(isStale, isSpent));
    return used;
  },
};

// The package's type wants columns for the provider's tokens. We have none on purpose, and it only reads the others.
type AccountsWithTokens = NonNullable<
  Parameters<typeof DrizzleAdapter<PgDatabase<PgQueryResultHKT>>>[1]
>["accountsTable"];

// Made at each call: the adapter looks into the connection, which must not open before the server's first query.
const drizzle = () =>
  DrizzleAdapter(connection().db, {
    usersTable: users,
    accountsTable: accounts as unknown as AccountsWithTokens,
    verificationTokensTable: verificationTokens,
  }) as Required<Adapter>;
