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
import { network, outsideVerdict, reviewDecision } from "#db/enums.ts";
import { members } from "./members.ts";
import { stories } from "./stories.ts";

/** A decision on one version of a story: who, when, what, why. Rows are only ever added. */
export const reviews = pgTable(
  "reviews",
  {
    organizationId: organizationId(),
    id: id(),
    storyId: uuid("story_id").notNull(),
    storyVersion: integer("story_version").notNull(),
    memberId: uuid("member_id").notNull(),
    decision: reviewDecision("decision").notNull(),
    reason: text("reason").notNull().default(""),
    decidedAt: moment("decided_at").notNull(),
    /** Of an approval: what the story may be shared to; null means every network. */
    networks: network("networks").array(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.storyId],
      foreignColumns: [stories.organizationId, stories.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    index("reviews_story").on(table.organizationId, table.storyId, table.id),
  ],
);

/** Somebody without an account who is asked to look at a story, by a link that ends. */
export const outsideReviewers = pgTable(
  "outside_reviewers",
  {
    organizationId: organizationId(),
    id: id(),
    storyId: uuid("story_id").notNull(),
    name: text("name").notNull(),
    email: text("email").notNull().default(""),
    /** SHA-256 (hex) of what the link carries; the link itself is kept nowhere. */
    tokenHash: text("token_hash").notNull(),
    invitedById: uuid("invited_by_id").notNull(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
    openedAt: moment("opened_at"),
    /** What they said last, about which version. */
    verdict: outsideVerdict("verdict"),
    storyVersion: integer("story_version"),
    /** Why they want changes. */
    reason: text("reason").notNull().default(""),
    saidAt: moment("said_at"),
    /** The newest version of its content that they were shown, and the one before it. */
    seenVersion: integer("seen_version"),
    seenVersionBefore: integer("seen_version_before"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("outside_reviewers_token").on(table.organizationId, table.tokenHash),
    // A link is looked up before an organization is known.
    index("outside_reviewers_by_token").on(table.tokenHash),
    foreignKey({
      columns: [table.organizationId, table.storyId],
      foreignColumns: [stories.organizationId, stories.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.invitedById],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
  ],
);

/** A comment on one version of a story, by a member or by an outside reviewer. */
export const reviewComments = pgTable(
  "review_comments",
  {
    organizationId: organizationId(),
    id: id(),
    storyId: uuid("story_id").notNull(),
    storyVersion: integer("story_version").notNull(),
    memberId: uuid("member_id"),
    outsideReviewerId: uuid("outside_reviewer_id"),
    text: text("text").notNull(),
    resolvedAt: moment("resolved_at"),
    resolvedById: uuid("resolved_by_id"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("review_comments_story").on(table.organizationId, table.storyId, table.id),
    foreignKey({
      columns: [table.organizationId, table.storyId],
      foreignColumns: [stories.organizationId, stories.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.resolvedById],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.outsideReviewerId],
      foreignColumns: [outsideReviewers.organizationId, outsideReviewers.id],
    }).onDelete("cascade"),
    check("review_comments_author", sql`(${table.memberId} is null) <> (${table.outsideReviewerId} is null)`),
  ],
);

/** What a member saw of a story on the desk last: what has changed since is shown as changed, what was said since as new. */
export const reviewLooks = pgTable(
  "review_looks",
  {
    organizationId: organizationId(),
    storyId: uuid("story_id").notNull(),
    memberId: uuid("member_id").notNull(),
    /** The newest version of its content that they were shown, and the one before it. */
    seenVersion: integer("seen_version").notNull(),
    seenVersionBefore: integer("seen_version_before"),
    seenAt: moment("seen_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.storyId, table.memberId] }),
    foreignKey({
      columns: [table.organizationId, table.storyId],
      foreignColumns: [stories.organizationId, stories.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("cascade"),
  ],
);
