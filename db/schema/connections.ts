import {
  boolean,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "#db/columns.ts";
import { connectionStatus, network } from "#db/enums.ts";
import { members } from "./members.ts";

/** A member's account on a network. The row stays when it is disconnected: what went out through it refers to it. */
export const connections = pgTable(
  "connections",
  {
    organizationId: organizationId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    network: network("network").notNull(),
    /** The server the account lives on: a Mastodon instance, a Bluesky PDS; empty where the network has one only. */
    origin: text("origin").notNull().default(""),
    /** The network's own, lasting name for the person. Whoever comes back with another one is asked about it. */
    subject: text("subject").notNull(),
    handle: text("handle").notNull(),
    displayName: text("display_name").notNull(),
    profileUrl: text("profile_url"),
    grantedScopes: text("granted_scopes").array().notNull().default([]),
    /** What the account's server allows, where servers differ: `NetworkLimits` of lib/networks/adapter.ts. */
    limits: jsonb("limits").$type<Record<string, number>>(),
    /** Made with the simulator: nothing of it is seen by anybody else. */
    isSimulated: boolean("is_simulated").notNull().default(false),
    status: connectionStatus("status").notNull().default("ok"),
    statusChangedAt: moment("status_changed_at").notNull(),
    /** The network asked us to wait: nothing is sent through it before. */
    pausedUntil: moment("paused_until"),
    /** The lease of the worker that publishes through it: one post of an account after the other. */
    leaseId: uuid("lease_id"),
    leasedUntil: moment("leased_until"),
    connectedAt: moment("connected_at").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("connections_member").on(table.organizationId, table.memberId, table.network),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
  ],
);

/** The secrets of a connection, apart from it so that nothing that lists connections can carry them. Sealed by lib/key-ring.ts. */
export const connectionTokens = pgTable(
  "connection_tokens",
  {
    organizationId: organizationId(),
    connectionId: uuid("connection_id").notNull(),
    accessToken: text("access_token").notNull(),
    refreshToken: text("refresh_token"),
    /** When the access token ends; null when it does not. */
    expiresAt: moment("expires_at"),
    refreshExpiresAt: moment("refresh_expires_at"),
    /** One more with every new pair. */
    version: integer("version").notNull().default(1),
    /** Somebody asks the network for the next pair, and until then nobody else does: of many networks a pair is good once. */
    refreshingUntil: moment("refreshing_until"),
    updatedAt: moment("updated_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.connectionId] }),
    foreignKey({
      columns: [table.organizationId, table.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }).onDelete("cascade"),
  ],
);

/** A member who was sent to a network to give consent and is expected back: once, in the same session, within ten minutes. */
export const connectionRequests = pgTable(
  "connection_requests",
  {
    organizationId: organizationId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    network: network("network").notNull(),
    origin: text("origin").notNull().default(""),
    sessionId: uuid("session_id").notNull(),
    /** SHA-256 of the state that travels with the member. */
    stateHash: text("state_hash").notNull(),
    /** PKCE; sealed. */
    codeVerifier: text("code_verifier").notNull(),
    redirectUri: text("redirect_uri").notNull(),
    /** Where in Herald the member goes on afterwards: a path. */
    returnTo: text("return_to").notNull(),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    usedAt: moment("used_at"),
    /** The account and tokens of another person than before, until the member says which one it shall be; sealed. */
    other: text("other"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("connection_requests_state").on(table.organizationId, table.stateHash),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("cascade"),
  ],
);

/** Herald's registration at one server of a network where every server has its own (Mastodon). Of the installation: global. */
export const networkApps = pgTable(
  "network_apps",
  {
    network: network("network").notNull(),
    origin: text("origin").notNull(),
    redirectUri: text("redirect_uri").notNull(),
    clientId: text("client_id").notNull(),
    /** Sealed. */
    clientSecret: text("client_secret").notNull(),
    scopes: text("scopes").notNull(),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.network, table.origin, table.redirectUri] })],
);
