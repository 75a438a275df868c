import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, organizationId } from "#db/columns.ts";
import { reviewDecision } from "#db/enums.ts";
import { members } from "./members.ts";
import { stories } from "./stories.ts";

/** A decision on one version of a story: who, when, what, why. Rows are only ever added. */
export const reviews = pgTable(
  "reviews",
  {
    organizationId: organizationId(),
    id: id(),
    storyId: uuid("story_id").notNull(),
    storyVersion: integer("story_version").notNull(),
    memberId: uuid("member_id").notNull(),
    decision: reviewDecision("decision").notNull(),
    reason: text("reason").notNull().default(""),
    decidedAt: moment("decided_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.storyId],
      foreignColumns: [stories.organizationId, stories.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    index("reviews_story").on(table.organizationId, table.storyId, table.id),
  ],
);
