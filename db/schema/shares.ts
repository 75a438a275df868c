import { sql } from "drizzle-orm";
import { foreignKey, index, pgTable, primaryKey, real, text, unique, uuid } from "drizzle-orm/pg-core";
import { id, moment, organizationId } from "#db/columns.ts";
import { network, shareState } from "#db/enums.ts";
import { connections } from "./connections.ts";
import { members } from "./members.ts";
import { stories } from "./stories.ts";

/** One member sharing one story to one network. */
export const shares = pgTable(
  "shares",
  {
    organizationId: organizationId(),
    id: id(),
    storyId: uuid("story_id").notNull(),
    memberId: uuid("member_id").notNull(),
    network: network("network").notNull(),
    state: shareState("state").notNull().default("intended"),
    /** The final text as it was handed to the network, disclosure included, link excluded. */
    text: text("text").notNull(),
    /** The caption the member started from. */
    captionId: uuid("caption_id"),
    /** The caption that the composer offered, whatever became of it: so that the next colleague is offered another. */
    offeredCaptionId: uuid("offered_caption_id"),
    /** Likeness of `text` to the closest caption of the story, 0 to 1; under 0.7 it is in own words. */
    similarity: real("similarity").notNull(),
    /** Address of the post, as the member attested it. */
    postUrl: text("post_url"),
    /** Made in the browser, so that a double click or a retry is one share. */
    requestId: uuid("request_id").notNull(),
    /** When the composer was opened. */
    intendedAt: moment("intended_at").notNull(),
    /** When the words were copied or the network's page opened; null while the composer was only looked at. */
    handedOverAt: moment("handed_over_at"),
    /** When it counts as having gone out: the member said so, or the network answered that it is published. */
    confirmedAt: moment("confirmed_at"),
    /** When the network said that it is published; null for what a member posted by hand. */
    publishedAt: moment("published_at"),
    /** When Herald is to publish it; null unless it leaves by itself. What is due now has the present here. */
    scheduledFor: moment("scheduled_for"),
    /** The zone in which the member chose that moment (IANA), so that it is shown as they meant it. */
    scheduledZone: text("scheduled_zone"),
    /** The account that it leaves, or left, through. */
    connectionId: uuid("connection_id"),
    /** Why it did not go out, or may have not: a name such as `story_expired`, `rejected_duplicate` or `guideline:` and what it is called. */
    reason: text("reason"),
    withdrawnAt: moment("withdrawn_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("shares_request").on(table.organizationId, table.memberId, table.requestId),
    foreignKey({
      columns: [table.organizationId, table.storyId],
      foreignColumns: [stories.organizationId, stories.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    index("shares_member").on(table.organizationId, table.memberId, table.intendedAt.desc()),
    index("shares_story").on(table.organizationId, table.storyId),
    foreignKey({
      columns: [table.organizationId, table.connectionId],
      foreignColumns: [connections.organizationId, connections.id],
    }).onDelete("restrict"),
    // What colleagues posted of late, whatever the story.
    index("shares_out").on(table.organizationId, table.confirmedAt).where(sql`confirmed_at is not null`),
    // What waits to leave, by account and in order.
    index("shares_due")
      .on(table.organizationId, table.connectionId, table.scheduledFor)
      .where(sql`state in ('scheduled', 'publishing')`),
  ],
);
