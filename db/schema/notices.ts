import { sql } from "drizzle-orm";
import { foreignKey, index, jsonb, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "#db/columns.ts";
import { members } from "./members.ts";

/** Something told to a member, in the app and, where mail is set up, by e-mail. */
export const notices = pgTable(
  "notices",
  {
    organizationId: organizationId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    /** What it is about, for example `connection.expiring`: lib/notices has the words. */
    kind: text("kind").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull().default({}),
    /** The same thing is told once: a second notice with this name is not made. */
    onceKey: text("once_key").notNull(),
    createdAt: createdAt(),
    readAt: moment("read_at"),
    mailedAt: moment("mailed_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("notices_once").on(table.organizationId, table.memberId, table.onceKey),
    index("notices_member").on(table.organizationId, table.memberId, table.createdAt.desc()),
    index("notices_unmailed").on(table.createdAt).where(sql`mailed_at is null and read_at is null`),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("cascade"),
  ],
);
