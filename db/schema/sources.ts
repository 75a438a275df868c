import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "#db/columns.ts";
import { itemState, sourceMode } from "#db/enums.ts";
import { members } from "./members.ts";
import { organizations } from "./organizations.ts";
import { stories } from "./stories.ts";
import { topics } from "./topics.ts";

/** A feed that proposes stories. */
export const sources = pgTable(
  "sources",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "restrict" }),
    id: id(),
    name: text("name").notNull(),
    feedUrl: text("feed_url").notNull(),
    /** The site that the feed says it belongs to. */
    siteUrl: text("site_url"),
    language: text("language").notNull().default("en"),
    mode: sourceMode("mode").notNull().default("propose"),
    /** How many stories it may make by itself in one day of the organization; the rest waits in the queue. */
    dailyCap: integer("daily_cap").notNull().default(5),
    everyMinutes: integer("every_minutes").notNull().default(60),
    addedById: uuid("added_by_id").notNull(),
    /** Not polled while this is set. */
    pausedAt: moment("paused_at"),
    /** Taken away: nothing is polled or shown any more; the stories that came from it stay. */
    removedAt: moment("removed_at"),

    /** What the feed's server asked to hear at the next poll. */
    etag: text("etag"),
    lastModified: text("last_modified"),
    nextPollAt: moment("next_poll_at").notNull(),
    /** Who polls holds the source until then; after it, somebody else may. */
    pollingUntil: moment("polling_until"),
    lastPolledAt: moment("last_polled_at"),
    lastSucceededAt: moment("last_succeeded_at"),
    /** A sentence; null while the last poll went well. */
    lastError: text("last_error"),
    /** Polls that failed since one went well. */
    failures: integer("failures").notNull().default(0),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("sources_feed").on(table.organizationId, table.feedUrl),
    foreignKey({
      columns: [table.organizationId, table.addedById],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    index("sources_due").on(table.nextPollAt).where(sql`paused_at is null and removed_at is null`),
    check("sources_every", sql`${table.everyMinutes} between 5 and 10080`),
    check("sources_cap", sql`${table.dailyCap} between 0 and 100`),
  ],
);

/** The topics that a source's stories carry. */
export const sourceTopics = pgTable(
  "source_topics",
  {
    organizationId: organizationId(),
    sourceId: uuid("source_id").notNull(),
    topicId: uuid("topic_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.sourceId, table.topicId] }),
    foreignKey({
      columns: [table.organizationId, table.sourceId],
      foreignColumns: [sources.organizationId, sources.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.topicId],
      foreignColumns: [topics.organizationId, topics.id],
    }).onDelete("cascade"),
  ],
);

/** An item of a feed, kept for ever so that it is never proposed twice. */
export const sourceItems = pgTable(
  "source_items",
  {
    organizationId: organizationId(),
    id: id(),
    sourceId: uuid("source_id").notNull(),
    /** SHA-256 (hex) of what the feed calls the item: its guid, or its address where it has none. */
    guidKey: text("guid_key").notNull(),
    /** SHA-256 (hex) of its canonical address; two sources that bring the same page bring one item. Null without an address. */
    addressKey: text("address_key"),
    url: text("url"),
    title: text("title").notNull(),
    summary: text("summary").notNull().default(""),
    imageUrl: text("image_url"),
    author: text("author").notNull().default(""),
    publishedAt: moment("published_at"),
    seenAt: moment("seen_at").notNull(),
    state: itemState("state").notNull().default("waiting"),
    /** The story that it became, or that had its address before. */
    storyId: uuid("story_id"),
    /** Who made a story of it or dismissed it; null when the source did by itself. */
    decidedById: uuid("decided_by_id"),
    decidedAt: moment("decided_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("source_items_guid").on(table.organizationId, table.sourceId, table.guidKey),
    unique("source_items_address").on(table.organizationId, table.addressKey),
    foreignKey({
      columns: [table.organizationId, table.sourceId],
      foreignColumns: [sources.organizationId, sources.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.storyId],
      foreignColumns: [stories.organizationId, stories.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.decidedById],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    index("source_items_waiting")
      .on(table.organizationId, table.seenAt.desc(), table.id.desc())
      .where(sql`state = 'waiting'`),
  ],
);
