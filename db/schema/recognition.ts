import { sql } from "drizzle-orm";
import { check, foreignKey, index, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "#db/columns.ts";
import { members } from "./members.ts";
import { stories } from "./stories.ts";

/** Recognition that was earned by rule, once. It stays, whatever happens later. */
export const badges = pgTable(
  "badges",
  {
    organizationId: organizationId(),
    memberId: uuid("member_id").notNull(),
    /** `BadgeName` of lib/recognition. */
    badge: text("badge").notNull(),
    earnedAt: moment("earned_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.memberId, table.badge] }),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("cascade"),
  ],
);

/** Recognition that a colleague gave, with a note. */
export const thanks = pgTable(
  "thanks",
  {
    organizationId: organizationId(),
    id: id(),
    fromId: uuid("from_id").notNull(),
    toId: uuid("to_id").notNull(),
    note: text("note").notNull(),
    /** What it is about, where it is about a story. */
    storyId: uuid("story_id"),
    /** The form's own id for one press of its button. */
    requestId: uuid("request_id").notNull(),
    createdAt: createdAt(),
    /** Taken back by who gave it; it is shown to nobody any more. */
    takenBackAt: moment("taken_back_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("thanks_request").on(table.organizationId, table.requestId),
    index("thanks_to").on(table.organizationId, table.toId, table.createdAt.desc()),
    index("thanks_from").on(table.organizationId, table.fromId, table.createdAt.desc()),
    foreignKey({
      columns: [table.organizationId, table.fromId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.toId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.storyId],
      foreignColumns: [stories.organizationId, stories.id],
    }).onDelete("restrict"),
    check("thanks_to_another", sql`${table.fromId} <> ${table.toId}`),
  ],
);
