import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  customType,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { id, moment, organizationId } from "#db/columns.ts";
import { clickDevice, clickExclusion, clickKind } from "#db/enums.ts";
import { links } from "./links.ts";

const bytes = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });

/**
 * One hit on a link. Every hit is kept; `counted` marks the first human one per visitor, link and hour.
 * Partitioned by the month of `hour` (UTC), which drizzle-kit cannot say: the migrations do, and `lib/clicks/partitions`
 * makes what comes next. Every key has `hour` in it for that.
 */
export const clicks = pgTable(
  "clicks",
  {
    organizationId: organizationId(),
    /** UUIDv7, made before the write, so that writing it again cannot count twice. */
    id: id(),
    /** Of this organization: the statement that writes clicks sees to it, as a foreign key costs a fifth of its time. */
    linkId: uuid("link_id").notNull(),
    /** 128 bits of HMAC(daily salt, ip + user agent). */
    visitor: uuid("visitor").notNull(),
    /** The group commit that wrote it; null when it was in the roll-ups from the start. */
    batchId: uuid("batch_id"),
    clickedAt: moment("clicked_at").notNull(),
    /** `clickedAt` cut to its UTC hour. */
    hour: moment("hour").notNull(),
    /** When the scorer looked at it; null again once the share is confirmed, if it was not. It keeps the list of what waits short. */
    scoredAt: moment("scored_at"),
    kind: clickKind("kind").notNull(),
    /** Why a human hit cannot count; null when nothing speaks against it. */
    exclusion: clickExclusion("exclusion"),
    counted: boolean("counted").notNull(),
    /** Null when the user agent does not say. */
    device: clickDevice("device"),
    /** ISO 3166-1 alpha-2, as the proxy says; null when it does not. */
    country: text("country"),
    /** Host of the Referer header; null when there was none. */
    referrerHost: text("referrer_host"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.hour, table.id] }),
    check("clicks_hour", sql`hour <= clicked_at and clicked_at - hour < interval '1 hour'`),
    check("clicks_counted", sql`not counted or (kind = 'human' and exclusion is null)`),
    check("clicks_referrer_host", sql`length(referrer_host) <= 253`),
    check("clicks_country", sql`country ~ '^[A-Z]{2}$'`),
    uniqueIndex("clicks_counted_once")
      // The hour before the visitor: what is written and looked at is then at one end, however long the month gets.
      .on(table.organizationId, table.linkId, table.hour, table.visitor)
      .where(sql`counted`),
    index("clicks_to_score").on(table.organizationId, table.id).where(sql`counted and scored_at is null`),
    index("clicks_batch").on(table.organizationId, table.batchId).where(sql`batch_id is not null`),
  ],
);

/**
 * A group commit whose clicks are in no roll-up yet. It is written with its clicks and deleted with what it added to
 * the roll-ups, each in one transaction: so a click is in the roll-ups exactly when its batch is gone.
 */
export const clickBatches = pgTable(
  "click_batches",
  {
    organizationId: organizationId(),
    id: id(),
    /** The earliest hour of its clicks: whoever looks for them leaves the partitions before it alone. */
    hour: moment("hour").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

const hits = (name: string) => integer(name).notNull().default(0);

/** The hits on a link in a UTC hour, each in one of six kinds. Kept for ever, also when the clicks themselves are dropped. */
export const clickHours = pgTable(
  "click_hours",
  {
    organizationId: organizationId(),
    linkId: uuid("link_id").notNull(),
    hour: moment("hour").notNull(),
    counted: hits("counted"),
    /** Human, but not the visitor's first on this link in this hour. */
    repeated: hits("repeated"),
    /** By the member who shared it. */
    own: hits("own"),
    /** By a visitor who clicked too much. */
    limited: hits("limited"),
    bots: hits("bots"),
    prefetches: hits("prefetches"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.linkId, table.hour] }),
    foreignKey({
      columns: [table.organizationId, table.linkId],
      foreignColumns: [links.organizationId, links.id],
      name: "click_hours_link",
    }).onDelete("restrict"),
  ],
);

/** Where the counted clicks on a link in a month (UTC, its first day) came from. The empty string is what nobody said. */
export const clickOrigins = pgTable(
  "click_origins",
  {
    organizationId: organizationId(),
    linkId: uuid("link_id").notNull(),
    month: date("month").notNull(),
    referrerHost: text("referrer_host").notNull(),
    device: text("device").$type<(typeof clickDevice.enumValues)[number] | "">().notNull(),
    country: text("country").notNull(),
    counted: hits("counted"),
  },
  (table) => [
    primaryKey({
      columns: [
        table.organizationId,
        table.linkId,
        table.month,
        table.referrerHost,
        table.device,
        table.country,
      ],
      name: "click_origins_pk",
    }),
    foreignKey({
      columns: [table.organizationId, table.linkId],
      foreignColumns: [links.organizationId, links.id],
      name: "click_origins_link",
    }).onDelete("restrict"),
  ],
);

/**
 * A month (UTC, its first day) whose single clicks were dropped. It never gets a partition again: a click of it that comes
 * late may be in the roll-ups already, and nothing could tell. Global.
 */
export const droppedClickMonths = pgTable("dropped_click_months", { month: date("month").primaryKey() });

/** Today's secret for the visitor hash. Global; yesterday's row is deleted, so yesterday's visitors cannot be found again. */
export const visitorSalts = pgTable("visitor_salts", {
  day: date("day").primaryKey(),
  salt: bytes("salt").notNull(),
});
