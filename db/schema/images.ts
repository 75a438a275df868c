import { sql } from "drizzle-orm";
import { check, integer, pgTable, primaryKey, real, text } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId } from "#db/columns.ts";
import { organizations } from "./organizations.ts";

/** A story's image, re-encoded as WebP. The bytes are `media/{organizationId}/{id}.webp` under `DATA_DIR` or in the bucket. */
export const images = pgTable(
  "images",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "restrict" }),
    id: id(),
    alt: text("alt").notNull().default(""),
    width: integer("width").notNull(),
    height: integer("height").notNull(),
    /** What must stay in sight when it is cropped: from 0 (left, top) to 1 (right, bottom). */
    focalX: real("focal_x").notNull().default(0.5),
    focalY: real("focal_y").notNull().default(0.5),
    sizeBytes: integer("size_bytes").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    check("images_focal", sql`${table.focalX} between 0 and 1 and ${table.focalY} between 0 and 1`),
  ],
);
