import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, organizationId } from "#db/columns.ts";
import { network } from "#db/enums.ts";
import { connections } from "./connections.ts";
import { shares } from "./shares.ts";

/** What a network reported of a published share at one moment. Null is "not said", which is not zero. */
export const engagementSnapshots = pgTable(
  "engagement_snapshots",
  {
    organizationId: organizationId(),
    id: id(),
    shareId: uuid("share_id").notNull(),
    takenAt: moment("taken_at").notNull(),
    /** Where it comes from, for example `X post metrics`. */
    source: text("source").notNull(),
    impressions: integer("impressions"),
    reactions: integer("reactions"),
    comments: integer("comments"),
    reposts: integer("reposts"),
    /** How many followed the account then: its audience, which is not reach. */
    followers: integer("followers"),
    /** When the network's terms want it forgotten; null when they do not. What is past is never shown or exported, and deleted daily. */
    expiresAt: moment("expires_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("engagement_snapshots_share").on(table.organizationId, table.shareId, table.takenAt.desc()),
    index("engagement_snapshots_expiry").on(table.expiresAt).where(sql`expires_at is not null`),
    foreignKey({
      columns: [table.organizationId, table.shareId],
      foreignColumns: [shares.organizationId, shares.id],
    }).onDelete("restrict"),
  ],
);

/** A published share whose engagement is asked for again and again, at growing distances, until it is quiet or gone. */
export const engagementWatches = pgTable(
  "engagement_watches",
  {
    organizationId: organizationId(),
    shareId: uuid("share_id").notNull(),
    network: network("network").notNull(),
    connectionId: uuid("connection_id").notNull(),
    externalId: text("external_id").notNull(),
    startedAt: moment("started_at").notNull(),
    /** When it is asked for next; null once it is over. */
    nextAt: moment("next_at"),
    changedAt: moment("changed_at").notNull(),
    /** How often in a row the network did not have the post. After two it is gone. */
    misses: integer("misses").notNull().default(0),
    /** Why it is over: `quiet`, `gone`, `disconnected`. */
    endReason: text("end_reason"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.shareId] }),
    index("engagement_watches_next").on(table.nextAt).where(sql`next_at is not null`),
    foreignKey({
      columns: [table.organizationId, table.shareId],
      foreignColumns: [shares.organizationId, shares.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }).onDelete("restrict"),
  ],
);
