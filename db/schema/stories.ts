import { sql } from "drizzle-orm";
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "#db/columns.ts";
import { audienceKind, storyKind, storyState } from "#db/enums.ts";
import { campaigns } from "./campaigns.ts";
import { images } from "./images.ts";
import { members } from "./members.ts";
import { organizations } from "./organizations.ts";
import { teams } from "./teams.ts";
import { topics } from "./topics.ts";

/** A piece of content that can be shared. Live when `approved` and between `publishAt` and `expiresAt`. */
export const stories = pgTable(
  "stories",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "restrict" }),
    id: id(),
    kind: storyKind("kind").notNull(),
    state: storyState("state").notNull().default("draft"),
    title: text("title").notNull(),
    summary: text("summary").notNull().default(""),
    /** The whole text of a text story; empty for the other kinds. */
    body: text("body").notNull().default(""),
    /** What a link story points to (http or https); null for the other kinds. */
    url: text("url"),
    /** The page's own `rel=canonical`, where it has one. */
    canonicalUrl: text("canonical_url"),
    siteName: text("site_name").notNull().default(""),
    imageId: uuid("image_id"),
    language: text("language").notNull().default("en"),
    audience: audienceKind("audience").notNull().default("everyone"),
    campaignId: uuid("campaign_id"),
    publishAt: moment("publish_at"),
    expiresAt: moment("expires_at"),
    /** Who made the draft. */
    authorId: uuid("author_id").notNull(),
    /** Who changed its content last; null while that is still the author. */
    editedById: uuid("edited_by_id"),
    /** The employee whose idea it was, and what they said about it. */
    suggestedById: uuid("suggested_by_id"),
    suggestionNote: text("suggestion_note").notNull().default(""),
    approvedAt: moment("approved_at"),
    /** Goes up by one with every change; a decision names the version it was made on. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.authorId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.editedById],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.suggestedById],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.campaignId],
      foreignColumns: [campaigns.organizationId, campaigns.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.imageId],
      foreignColumns: [images.organizationId, images.id],
    }).onDelete("restrict"),
    index("stories_live").on(table.organizationId, table.state, table.publishAt.desc(), table.id.desc()),
    check("stories_link_has_url", sql`(${table.kind} = 'link') = (${table.url} is not null)`),
    check("stories_url_is_http", sql`${table.url} is null or ${table.url} ~ '^https?://'`),
    check(
      "stories_dates",
      sql`${table.expiresAt} is null or ${table.publishAt} is null or ${table.publishAt} < ${table.expiresAt}`,
    ),
  ],
);

export const storyTopics = pgTable(
  "story_topics",
  {
    organizationId: organizationId(),
    storyId: uuid("story_id").notNull(),
    topicId: uuid("topic_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.storyId, table.topicId] }),
    foreignKey({
      columns: [table.organizationId, table.storyId],
      foreignColumns: [stories.organizationId, stories.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.topicId],
      foreignColumns: [topics.organizationId, topics.id],
    }).onDelete("cascade"),
  ],
);

/** The teams a story is for, when its audience is `teams`. */
export const storyTeams = pgTable(
  "story_teams",
  {
    organizationId: organizationId(),
    storyId: uuid("story_id").notNull(),
    teamId: uuid("team_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.storyId, table.teamId] }),
    foreignKey({
      columns: [table.organizationId, table.storyId],
      foreignColumns: [stories.organizationId, stories.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.teamId],
      foreignColumns: [teams.organizationId, teams.id],
    }).onDelete("cascade"),
  ],
);
