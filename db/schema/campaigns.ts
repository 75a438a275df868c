import { sql } from "drizzle-orm";
import { check, date, integer, pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId } from "#db/columns.ts";
import { organizations } from "./organizations.ts";

/** A named effort with dates, a goal and stories. */
export const campaigns = pgTable(
  "campaigns",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "restrict" }),
    id: id(),
    name: text("name").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on").notNull(),
    /** How many confirmed shares it hopes for. */
    goalShares: integer("goal_shares").notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("campaigns_name").on(table.organizationId, table.name),
    check("campaigns_dates", sql`${table.startsOn} <= ${table.endsOn}`),
  ],
);
