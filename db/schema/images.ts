import { integer, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId } from "#db/columns.ts";
import { organizations } from "./organizations.ts";

/** A story's image, re-encoded as WebP. The bytes are the file `media/{organizationId}/{id}.webp` under `DATA_DIR`. */
export const images = pgTable(
  "images",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "restrict" }),
    id: id(),
    alt: text("alt").notNull().default(""),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    sizeBytes: integer("size_bytes").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
