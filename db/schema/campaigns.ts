import { sql } from "drizzle-orm";
import {
  check,
  date,
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
import { audiences } from "./audiences.ts";
import { members } from "./members.ts";
import { organizations } from "./organizations.ts";

/** A named effort with dates, a goal and stories. */
export const campaigns = pgTable(
  "campaigns",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "restrict" }),
    id: id(),
    name: text("name").notNull(),
    /** What it is for and what is asked, for those who take part. */
    brief: text("brief").notNull().default(""),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on").notNull(),
    /** What it hopes for; 0 is no goal of that sort. Shares are confirmed ones, clicks are counted ones. */
    goalShares: integer("goal_shares").notNull().default(0),
    goalClicks: integer("goal_clicks").notNull().default(0),
    goalParticipants: integer("goal_participants").notNull().default(0),
    /** Who is asked to take part, and whom its new stories are for; null means everyone. */
    audienceId: uuid("audience_id"),
    /** In place of the organization's own; empty means the organization's. */
    utmSource: text("utm_source").notNull().default(""),
    utmMedium: text("utm_medium").notNull().default(""),
    utmCampaign: text("utm_campaign").notNull().default(""),
    /** When somebody closed it, and what they said in its report. */
    closedAt: moment("closed_at"),
    closedById: uuid("closed_by_id"),
    closingNote: text("closing_note").notNull().default(""),
    /** What was counted when it was closed: `KeptFigures` of lib/campaigns. Its report says these, whatever is learned later. */
    closingFigures: jsonb("closing_figures").$type<unknown>(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("campaigns_name").on(table.organizationId, table.name),
    foreignKey({
      columns: [table.organizationId, table.audienceId],
      foreignColumns: [audiences.organizationId, audiences.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.closedById],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    check("campaigns_dates", sql`${table.startsOn} <= ${table.endsOn}`),
  ],
);
