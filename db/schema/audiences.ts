import { jsonb, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "#db/columns.ts";
import { organizations } from "./organizations.ts";

/** A saved rule over members: whom a story, a caption or a campaign is for. */
export const audiences = pgTable(
  "audiences",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "restrict" }),
    id: id(),
    name: text("name").notNull(),
    /** An `AudienceRule` of lib/audiences, which says who matches. */
    rule: jsonb("rule").$type<unknown>().notNull(),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("audiences_name").on(table.organizationId, table.name),
  ],
);
