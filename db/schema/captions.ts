import { sql } from "drizzle-orm";
import { check, foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId } from "#db/columns.ts";
import { network } from "#db/enums.ts";
import { audiences } from "./audiences.ts";
import { stories } from "./stories.ts";

/** A suggested text for a story, for one network, or for any when `network` is null. */
export const captions = pgTable(
  "captions",
  {
    organizationId: organizationId(),
    id: id(),
    storyId: uuid("story_id").notNull(),
    network: network("network"),
    language: text("language").notNull().default("en"),
    text: text("text").notNull(),
    /** How often it is offered beside the others: one of 2 is offered twice as often as one of 1. */
    weight: integer("weight").notNull().default(1),
    /** Whom it is offered to; null means everybody who sees the story. */
    audienceId: uuid("audience_id"),
    position: integer("position").notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.storyId],
      foreignColumns: [stories.organizationId, stories.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.audienceId],
      foreignColumns: [audiences.organizationId, audiences.id],
    }).onDelete("restrict"),
    check("captions_weight", sql`${table.weight} between 1 and 10`),
  ],
);
