import { pgTable, primaryKey, text, unique } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId } from "#db/columns.ts";
import { organizations } from "./organizations.ts";

export const teams = pgTable(
  "teams",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "restrict" }),
    id: id(),
    name: text("name").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("teams_name").on(table.organizationId, table.name),
  ],
);
