import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "#db/columns.ts";
import { boardName, role } from "#db/enums.ts";
import { organizations } from "./organizations.ts";
import { teams } from "./teams.ts";

/** A person in an organization. Invited until `joinedAt`; kept out while `suspendedAt` is set. */
export const members = pgTable(
  "members",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "restrict" }),
    id: id(),
    /** The person who signs in as this member; null until the invitation is taken up. No foreign key to a
     *  global table is needed to join, and none is made, so that the row can live on another shard. */
    userId: uuid("user_id"),
    email: text("email").notNull(),
    name: text("name").notNull(),
    jobTitle: text("job_title").notNull().default(""),
    alias: text("alias").notNull().default(""),
    /** How the member appears on boards. */
    boardName: boardName("board_name").notNull().default("name"),
    roles: role("roles").array().notNull().default(["employee"]),
    teamId: uuid("team_id"),
    /** Where the person works, as the organization says it, for example `Lyon`; empty when not known. */
    location: text("location").notNull().default(""),
    /** ISO 3166-1 alpha-2 in capitals, whose rules the person's posts follow; empty when not known. */
    country: text("country").notNull().default(""),
    /** The language that captions are offered in first (BCP 47); empty when the person named none. */
    language: text("language").notNull().default(""),
    /** What the person does, for example `Engineering`, and where in the company, for example `North`: whom it is fair to
     *  compare them with. Empty when not known. */
    jobFunction: text("job_function").notNull().default(""),
    region: text("region").notNull().default(""),
    /** Executives reach further without trying; boards of everybody leave them apart. */
    isExecutive: boolean("is_executive").notNull().default(false),
    /** When the member chose to have no streaks, levels, badges or thanks; null while they have them. */
    recognitionOffAt: moment("recognition_off_at"),
    joinedAt: moment("joined_at"),
    suspendedAt: moment("suspended_at"),
    /** "Sign out everywhere": no session that is older holds any more. */
    signedOutAt: moment("signed_out_at"),
    /** When the feed was last opened, and the visit before that: "new since" counts from the latter. */
    feedSeenAt: moment("feed_seen_at"),
    feedSeenBeforeAt: moment("feed_seen_before_at"),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("members_email").on(table.organizationId, table.email),
    unique("members_user").on(table.organizationId, table.userId),
    foreignKey({
      columns: [table.organizationId, table.teamId],
      foreignColumns: [teams.organizationId, teams.id],
    }).onDelete("restrict"),
    // Sign-in looks for a person before it knows an organization.
    index("members_by_user").on(table.userId),
    index("members_by_email").on(table.email),
    check("members_country", sql`${table.country} ~ '^([A-Z]{2})?$'`),
    check("members_email_lower", sql`${table.email} = lower(${table.email})`),
  ],
);

/** Who manages a team; a manager need not belong to it. */
export const teamManagers = pgTable(
  "team_managers",
  {
    organizationId: organizationId(),
    teamId: uuid("team_id").notNull(),
    memberId: uuid("member_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.teamId, table.memberId] }),
    foreignKey({
      columns: [table.organizationId, table.teamId],
      foreignColumns: [teams.organizationId, teams.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("cascade"),
  ],
);
