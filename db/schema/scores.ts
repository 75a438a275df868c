import { sql } from "drizzle-orm";
import {
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "#db/columns.ts";
import { members } from "./members.ts";

const points = () => numeric("points", { precision: 12, scale: 4, mode: "number" }).notNull();

/** Points for one member, by one rule, because of one fact. Never changed and never removed (a trigger refuses). */
export const scoreEntries = pgTable(
  "score_entries",
  {
    organizationId: organizationId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    points: points(),
    /** `confirmed_share`, `counted_click`, `own_words`, `suggestion_approved`, `originator_credit`. */
    rule: text("rule").notNull(),
    ruleSet: integer("rule_set").notNull(),
    /** The share, click or story that the rule looked at: (`factKind`, `factId`). */
    factKind: text("fact_kind").notNull(),
    factId: uuid("fact_id").notNull(),
    storyId: uuid("story_id").notNull(),
    /** The share that was confirmed or clicked; null for a suggestion. */
    shareId: uuid("share_id"),
    /** What the rule read, so that the points can be computed again. */
    inputs: jsonb("inputs").$type<Record<string, unknown>>().notNull(),
    /** Why, in words, for the member to read. */
    reason: text("reason").notNull(),
    /** When the fact happened. */
    occurredAt: moment("occurred_at").notNull(),
    /** The day the points count for: `occurredAt` in the organization's time zone as it was when they were given. */
    day: date("day").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("score_entries_fact").on(table.organizationId, table.rule, table.factId, table.memberId),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    index("score_entries_member").on(table.organizationId, table.memberId, table.occurredAt.desc()),
    index("score_entries_share")
      .on(table.organizationId, table.shareId, table.points)
      .where(sql`share_id is not null`),
  ],
);

/** A member's points by day: the sum of that day's entries, written in the same transaction as they are. */
export const scoreDays = pgTable(
  "score_days",
  {
    organizationId: organizationId(),
    memberId: uuid("member_id").notNull(),
    day: date("day").notNull(),
    points: points(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.memberId, table.day] }),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    index("score_days_day").on(table.organizationId, table.day),
  ],
);
