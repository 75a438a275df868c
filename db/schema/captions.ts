import { foreignKey, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId } from "#db/columns.ts";
import { network } from "#db/enums.ts";
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
    position: integer("position").notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.storyId],
      foreignColumns: [stories.organizationId, stories.id],
    }).onDelete("cascade"),
  ],
);
