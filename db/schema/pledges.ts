import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
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
import { pledgeState } from "#db/enums.ts";
import { campaigns } from "./campaigns.ts";
import { members } from "./members.ts";
import { teams } from "./teams.ts";
import { topics } from "./topics.ts";

/** A promise by a member or by a team: so many shares a week, or in all, until a day; about a campaign, a topic or anything. */
export const pledges = pgTable(
  "pledges",
  {
    organizationId: organizationId(),
    id: id(),
    /** Whose promise it is: a member's, or a team's. Exactly one of the two. */
    memberId: uuid("member_id"),
    teamId: uuid("team_id"),
    /** Who wrote it down. */
    madeById: uuid("made_by_id").notNull(),
    /** How many confirmed shares: each week when `isWeekly`, in all otherwise. */
    shares: integer("shares").notNull(),
    isWeekly: boolean("is_weekly").notNull(),
    campaignId: uuid("campaign_id"),
    topicId: uuid("topic_id"),
    startsOn: date("starts_on").notNull(),
    /** The last day. */
    endsOn: date("ends_on").notNull(),
    /** What it is for, in the member's words: "until the fair". */
    note: text("note").notNull().default(""),
    state: pledgeState("state").notNull().default("open"),
    /** When it was kept, missed or released, and why it was released. */
    settledAt: moment("settled_at"),
    releaseReason: text("release_reason").notNull().default(""),
    /** When the member said that their managers may see it; null while they may not. */
    sharedWithManagersAt: moment("shared_with_managers_at"),
    /** The weekday of the reminder (1 Monday to 7 Sunday) that the promiser chose; null is none. */
    remindOn: integer("remind_on"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("pledges_member").on(table.organizationId, table.memberId, table.state),
    index("pledges_team").on(table.organizationId, table.teamId, table.state),
    index("pledges_open").on(table.organizationId, table.endsOn).where(sql`state = 'open'`),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.madeById],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.teamId],
      foreignColumns: [teams.organizationId, teams.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.campaignId],
      foreignColumns: [campaigns.organizationId, campaigns.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.topicId],
      foreignColumns: [topics.organizationId, topics.id],
    }).onDelete("restrict"),
    check("pledges_maker", sql`(${table.memberId} is null) <> (${table.teamId} is null)`),
    check("pledges_days", sql`${table.startsOn} <= ${table.endsOn}`),
    check("pledges_shares", sql`${table.shares} between 1 and 500`),
    check("pledges_remind", sql`${table.remindOn} between 1 and 7`),
  ],
);

/** Who depends on a pledge: they see how it stands. */
export const pledgeDependents = pgTable(
  "pledge_dependents",
  {
    organizationId: organizationId(),
    pledgeId: uuid("pledge_id").notNull(),
    memberId: uuid("member_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.pledgeId, table.memberId] }),
    index("pledge_dependents_member").on(table.organizationId, table.memberId),
    foreignKey({
      columns: [table.organizationId, table.pledgeId],
      foreignColumns: [pledges.organizationId, pledges.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("cascade"),
  ],
);

/** A pledge offered to a colleague, and what they said. What was shared before stays counted. */
export const pledgeHandovers = pgTable(
  "pledge_handovers",
  {
    organizationId: organizationId(),
    id: id(),
    pledgeId: uuid("pledge_id").notNull(),
    fromId: uuid("from_id").notNull(),
    toId: uuid("to_id").notNull(),
    note: text("note").notNull().default(""),
    offeredAt: moment("offered_at").notNull(),
    acceptedAt: moment("accepted_at"),
    /** Declined by the colleague or taken back by who offered it. */
    declinedAt: moment("declined_at"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("pledge_handovers_pledge").on(table.organizationId, table.pledgeId),
    index("pledge_handovers_open")
      .on(table.organizationId, table.toId)
      .where(sql`accepted_at is null and declined_at is null`),
    foreignKey({
      columns: [table.organizationId, table.pledgeId],
      foreignColumns: [pledges.organizationId, pledges.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.fromId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.toId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
  ],
);

/** Days on which a member is away: their pledges rest. Nobody but the member sees them. */
export const absences = pgTable(
  "absences",
  {
    organizationId: organizationId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("absences_member").on(table.organizationId, table.memberId),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("cascade"),
    check("absences_days", sql`${table.startsOn} <= ${table.endsOn}`),
  ],
);

/** Days on which nobody works: every pledge rests. */
export const holidays = pgTable(
  "holidays",
  {
    organizationId: organizationId(),
    day: date("day").notNull(),
    name: text("name").notNull(),
    /** ISO 3166-1 alpha-2 of the people it is for; empty means everybody. */
    country: text("country").notNull().default(""),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.day, table.country] }),
    unique("holidays_name").on(table.organizationId, table.day, table.name),
    check("holidays_country", sql`${table.country} ~ '^([A-Z]{2})?$'`),
  ],
);
