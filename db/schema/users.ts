import { foreignKey, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, moment, newId, organizationId } from "#db/columns.ts";
import { members } from "./members.ts";

/** A person who can sign in. Global: the same person may be a member of several organizations. */
export const users = pgTable("users", {
  id: uuid("id").primaryKey().$defaultFn(newId),
  name: text("name"),
  /** Lower case, NFKC. */
  email: text("email").notNull().unique(),
  emailVerified: moment("email_verified"),
  image: text("image"),
  createdAt: createdAt(),
});

/** One identity of a user: (issuer, subject) lives in `providerAccountId`. No provider token is kept. */
export const accounts = pgTable(
  "accounts",
  {
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    type: text("type").notNull(),
    provider: text("provider").notNull(),
    providerAccountId: text("provider_account_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.provider, table.providerAccountId] })],
);

/** Magic links that were mailed and not yet used. `token` is a hash. */
export const verificationTokens = pgTable(
  "verification_tokens",
  {
    identifier: text("identifier").notNull(),
    token: text("token").notNull(),
    expires: moment("expires").notNull(),
  },
  (table) => [primaryKey({ columns: [table.identifier, table.token] })],
);

/** A sign-in of one member in one browser. The cookie carries its id; the row says whether it still holds. */
export const sessions = pgTable(
  "sessions",
  {
    id: uuid("id").primaryKey().$defaultFn(newId),
    userId: uuid("user_id")
      .notNull()
      .references(() => users.id, { onDelete: "cascade" }),
    organizationId: organizationId(),
    memberId: uuid("member_id").notNull(),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (table) => [
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("cascade"),
    index("sessions_member").on(table.organizationId, table.memberId),
  ],
);
