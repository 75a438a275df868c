import { sql } from "drizzle-orm";
import {
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "#db/columns.ts";
import { attemptState, network } from "#db/enums.ts";
import { connections } from "./connections.ts";
import { shares } from "./shares.ts";

/**
 * One try to publish a share: exactly one request that can create a post. It is committed as `sending` before that request
 * leaves, and what is to leave stands here as it is sent. No token is ever in it.
 */
export const publishAttempts = pgTable(
  "publish_attempts",
  {
    organizationId: organizationId(),
    id: id(),
    shareId: uuid("share_id").notNull(),
    number: integer("number").notNull(),
    network: network("network").notNull(),
    connectionId: uuid("connection_id").notNull(),
    /** The account's lasting name and server when it was prepared; another account never resolves it. */
    subject: text("subject").notNull(),
    origin: text("origin").notNull().default(""),
    state: attemptState("state").notNull().default("prepared"),
    /** What goes out, frozen with the share's first attempt: `FrozenPost` of lib/networks/adapter.ts. */
    post: jsonb("post").$type<Record<string, unknown>>().notNull(),
    /** The body of the create request, byte for byte, once the media are there. */
    body: text("body"),
    /** SHA-256 of `body`. */
    bodyHash: text("body_hash"),
    /** What makes a repetition harmless, where the network has such a thing: Idempotency-Key, or the record's key. */
    key: text("key"),
    apiVersion: text("api_version"),
    /** The lease it was sent under; see connections. */
    leaseId: uuid("lease_id"),
    /** Why it ended as it did: `duplicate`, `expired`, `credits`, `timeout`, … */
    reason: text("reason"),
    /** What the network said, cut to 2,000 characters. */
    detail: text("detail"),
    responseStatus: integer("response_status"),
    /** Ids that the network gave its answer, for a question to its support. */
    responseIds: jsonb("response_ids").$type<Record<string, string>>().notNull().default({}),
    externalId: text("external_id"),
    url: text("url"),
    /** How often it was sent once more, as a member's own act, to learn what became of an `unknown`. */
    probes: integer("probes").notNull().default(0),
    sendingAt: moment("sending_at"),
    settledAt: moment("settled_at"),
    /** For `retry_after`: nothing was created, and nothing is sent before. */
    retryAt: moment("retry_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("publish_attempts_number").on(table.organizationId, table.shareId, table.number),
    // The promise itself: while one attempt of a share may have created a post, the database takes no second one.
    uniqueIndex("publish_attempts_once")
      .on(table.organizationId, table.shareId)
      .where(
        sql`state in ('prepared', 'media_ready', 'sending', 'published', 'published_adopted', 'published_id_unknown', 'unknown')`,
      ),
    foreignKey({
      columns: [table.organizationId, table.shareId],
      foreignColumns: [shares.organizationId, shares.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }).onDelete("restrict"),
    index("publish_attempts_unknown")
      .on(table.organizationId, table.connectionId)
      .where(sql`state = 'unknown'`),
    index("publish_attempts_sending").on(table.sendingAt).where(sql`state = 'sending'`),
  ],
);

/** A network that refuses everybody of the organization because of the app itself. What waits for it waits, and nobody is disconnected. */
export const networkBlocks = pgTable(
  "network_blocks",
  {
    organizationId: organizationId(),
    network: network("network").notNull(),
    /** `version`, `credits`, `product` or `credentials`. */
    reason: text("reason").notNull(),
    detail: text("detail"),
    /** The settings in effect (API version, client id, …): under other ones it is tried again at once. */
    settings: text("settings").notNull(),
    blockedAt: moment("blocked_at").notNull(),
    /** When one post may try whether it goes again. */
    retryAt: moment("retry_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.network] })],
);
