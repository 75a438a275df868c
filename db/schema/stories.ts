import { sql } from "drizzle-orm";
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId, tsvector } from "#db/columns.ts";
import { audienceKind, network, storyKind, storyState } from "#db/enums.ts";
import { languageConfigs } from "#db/text-search.ts";
import { audiences } from "./audiences.ts";
import { campaigns } from "./campaigns.ts";
import { images } from "./images.ts";
import { members } from "./members.ts";
import { organizations } from "./organizations.ts";
import { teams } from "./teams.ts";
import { topics } from "./topics.ts";

/** What lib/stories/search must ask with, too. Immutable, as a generated column wants it: each name is a constant. */
const regconfig = sql.raw(
  `(case left(language, 2) ${languageConfigs
    .map(([language, config]) => `when '${language}' then '${config}'::regconfig`)
    .join(" ")} else 'simple'::regconfig end)`,
);

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
    /** The saved rule that it is for; set when the audience is `rule`. */
    audienceId: uuid("audience_id"),
    /** What it may be shared to, as its reviewer approved it; null means every network. */
    approvedNetworks: network("approved_networks").array(),
    /** When a decision is wanted, from whoever handed it in. */
    reviewDueAt: moment("review_due_at"),
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
    /** For searching: the title first, then summary and site, then the body; stemmed where Postgres knows the language. */
    search: tsvector("search")
      .notNull()
      .generatedAlwaysAs(
        sql`setweight(to_tsvector(${regconfig}, title), 'A') || setweight(to_tsvector(${regconfig}, summary || ' ' || site_name), 'B') || setweight(to_tsvector(${regconfig}, body), 'C')`,
      ),
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
    foreignKey({
      columns: [table.organizationId, table.audienceId],
      foreignColumns: [audiences.organizationId, audiences.id],
    }).onDelete("restrict"),
    index("stories_search").using("gin", table.search),
    // The desk's table as it comes, and the languages to search in.
    index("stories_desk").on(table.organizationId, table.updatedAt, table.id),
    index("stories_language").on(table.organizationId, table.language),
    index("stories_live").on(table.organizationId, table.state, table.publishAt.desc(), table.id.desc()),
    check(
      "stories_rule",
      sql`(${table.audienceId} is not null) = (${table.audience} <> 'everyone' and ${table.audience} <> 'teams')`,
    ),
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

/** What a story said at a version: made with each edit of its content, so that two versions can be compared. */
export const storyVersions = pgTable(
  "story_versions",
  {
    organizationId: organizationId(),
    storyId: uuid("story_id").notNull(),
    version: integer("version").notNull(),
    /** The story's content as its form has it: `StoryContent` of lib/stories. */
    content: jsonb("content").$type<unknown>().notNull(),
    /** Who wrote it; null when a source did. */
    memberId: uuid("member_id"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.storyId, table.version] }),
    foreignKey({
      columns: [table.organizationId, table.storyId],
      foreignColumns: [stories.organizationId, stories.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
  ],
);

/** A member's saved way to look at the table of stories. */
export const storyViews = pgTable(
  "story_views",
  {
    organizationId: organizationId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    name: text("name").notNull(),
    /** The filters as the table's address has them. */
    search: text("search").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("story_views_name").on(table.organizationId, table.memberId, table.name),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("cascade"),
  ],
);

/** What a story was before somebody changed many at once, so that it can be undone. A batch touches a story once. */
export const storyChanges = pgTable(
  "story_changes",
  {
    organizationId: organizationId(),
    /** Made in the browser, so that a double click or a retry is one batch. */
    batchId: uuid("batch_id").notNull(),
    storyId: uuid("story_id").notNull(),
    /** Who changed it, and who alone may undo it. */
    memberId: uuid("member_id").notNull(),
    /** Its state, topics, campaign and times, at the version that was changed. */
    before: jsonb("before").$type<unknown>().notNull(),
    /** The version that the change made; null until it is made. */
    version: integer("version"),
    createdAt: createdAt(),
    undoneAt: moment("undone_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.batchId, table.storyId] }),
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
