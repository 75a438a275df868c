import { sql } from "drizzle-orm";
import {
  boolean,
  customType,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, moment, organizationId } from "#db/columns.ts";
import { clickKind } from "#db/enums.ts";
import { links } from "./links.ts";

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/** One hit on a link. Every hit is kept; `counted` marks the first human one per visitor, link and hour. */
export const clicks = pgTable(
  "clicks",
  {
    organizationId: organizationId(),
    /** UUIDv7, made before the write, so that writing it again cannot count twice. */
    id: id(),
    linkId: uuid("link_id").notNull(),
    clickedAt: moment("clicked_at").notNull(),
    kind: clickKind("kind").notNull(),
    counted: boolean("counted").notNull(),
    /** HMAC(daily salt, ip + user agent), hex. */
    visitor: text("visitor").notNull(),
    /** `clickedAt` cut to its UTC hour. */
    hour: moment("hour").notNull(),
    /** Host of the Referer header; null when there was none. */
    referrerHost: text("referrer_host"),
    /** When the scorer looked at it. Only the scorer sets it; it keeps the list of what waits short. */
    scoredAt: moment("scored_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.linkId],
      foreignColumns: [links.organizationId, links.id],
    }).onDelete("restrict"),
    uniqueIndex("clicks_counted_once")
      .on(table.organizationId, table.linkId, table.visitor, table.hour)
      .where(sql`counted`),
    index("clicks_to_score").on(table.organizationId, table.id).where(sql`counted and scored_at is null`),
    index("clicks_link").on(table.organizationId, table.linkId, table.clickedAt),
  ],
);

/** Today's secret for the visitor hash. Global; yesterday's row is deleted, so yesterday's visitors cannot be found again. */
export const visitorSalts = pgTable("visitor_salts", {
  day: date("day").primaryKey(),
  salt: bytes("salt").notNull(),
});
