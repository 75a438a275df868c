import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { createdAt, id, moment, organizationId } from "#db/columns.ts";
import { members } from "./members.ts";
import { organizations } from "./organizations.ts";

const points = (name: string) => numeric(name, { precision: 14, scale: 4, mode: "number" });

/** The period a board covers, by name. Days are days in the organization's time zone, both ends included. */
export const seasons = pgTable(
  "seasons",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "restrict" }),
    id: id(),
    name: text("name").notNull(),
    startsOn: date("starts_on").notNull(),
    endsOn: date("ends_on").notNull(),
    /** When it was closed, and what was said; from then on its results stand. */
    closedAt: moment("closed_at"),
    closedById: uuid("closed_by_id"),
    closingNote: text("closing_note").notNull().default(""),
    /** `SeasonFigures` of lib/boards as they were then. */
    closingFigures: jsonb("closing_figures").$type<unknown>(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("seasons_name").on(table.organizationId, table.name),
    foreignKey({
      columns: [table.organizationId, table.closedById],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    check("seasons_days", sql`${table.startsOn} <= ${table.endsOn}`),
  ],
);

/** What a closed season came to. Never changed (a trigger refuses); how a member appears is asked when it is shown. */
export const seasonResults = pgTable(
  "season_results",
  {
    organizationId: organizationId(),
    seasonId: uuid("season_id").notNull(),
    /** `person`, `executive` (placed among themselves), or `team` with the average of its active members. */
    kind: text("kind").notNull(),
    /** The member's or the team's id. */
    subjectId: uuid("subject_id").notNull(),
    /** A team's name as it was; empty for a person. */
    name: text("name").notNull().default(""),
    /** How many people a team had; 1 for a person. */
    people: integer("people").notNull(),
    rank: integer("rank").notNull(),
    points: points("points").notNull(),
    rewardPoints: points("reward_points").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.seasonId, table.kind, table.subjectId] }),
    foreignKey({
      columns: [table.organizationId, table.seasonId],
      foreignColumns: [seasons.organizationId, seasons.id],
    }).onDelete("restrict"),
  ],
);

/** A member's points on one board, written in the same transaction as the entries: reading a board does not grow with history. */
export const standings = pgTable(
  "standings",
  {
    organizationId: organizationId(),
    /** `7`, `30`, `90`, `all`, `season:<id>` or `campaign:<id>`. */
    board: text("board").notNull(),
    memberId: uuid("member_id").notNull(),
    points: points("points").notNull(),
    /** What boards show and rank by. */
    shown: numeric("shown", { precision: 14, scale: 1, mode: "number" }).generatedAlwaysAs(
      sql`round(points, 1)`,
    ),
    /** Whether the member is on boards of everybody: has joined, is neither suspended, absent nor an executive. Triggers keep it. */
    isListed: boolean("is_listed").notNull().default(true),
    /** The points as they stood a week ago, and the place then among those who may appear; as of the last day's turn. */
    pointsBefore: points("points_before").notNull().default(0),
    rankBefore: integer("rank_before"),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.board, table.memberId] }),
    index("standings_listed")
      .on(table.organizationId, table.board, table.shown.desc(), table.memberId)
      .where(sql`is_listed`),
    index("standings_member").on(table.organizationId, table.memberId),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
  ],
);

/** The day for which an organization's rolling boards hold. */
export const boardTurns = pgTable("board_turns", {
  organizationId: organizationId()
    .primaryKey()
    .references(() => organizations.id, { onDelete: "restrict" }),
  day: date("day").notNull(),
});

/** Who looked at a member's named figures where not everybody can: once for each day and place. */
export const looks = pgTable(
  "looks",
  {
    organizationId: organizationId(),
    memberId: uuid("member_id").notNull(),
    viewerId: uuid("viewer_id").notNull(),
    /** `team_board`, `export`, `ledger`, `pledge`. */
    place: text("place").notNull(),
    day: date("day").notNull(),
    lookedAt: moment("looked_at").notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.organizationId, table.memberId, table.day, table.viewerId, table.place],
    }),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.viewerId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
  ],
);
