import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
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

const points = (name = "points") => numeric(name, { precision: 14, scale: 4, mode: "number" }).notNull();
const place = (name: string) => bigint(name, { mode: "number" }).notNull();

/** What each fact is worth, from when it was published on. Version 1 is Herald's own and has no row. Never changed (a trigger refuses). */
export const ruleSets = pgTable(
  "rule_sets",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "restrict" }),
    version: integer("version").notNull(),
    /** `RuleSet` of lib/scores without its version. */
    rules: jsonb("rules").$type<unknown>().notNull(),
    /** What changed and why, for everybody to read. */
    note: text("note").notNull(),
    publishedById: uuid("published_by_id").notNull(),
    publishedAt: moment("published_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.version] }),
    foreignKey({
      columns: [table.organizationId, table.publishedById],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
  ],
);

/** The rule set that an organization thinks about, at most one. It acts on nothing until it is published. */
export const ruleSetDrafts = pgTable(
  "rule_set_drafts",
  {
    organizationId: organizationId()
      .primaryKey()
      .references(() => organizations.id, { onDelete: "restrict" }),
    rules: jsonb("rules").$type<unknown>().notNull(),
    /** The version it was made from: publishing it over a newer one is a conflict. */
    basedOn: integer("based_on").notNull(),
    savedById: uuid("saved_by_id").notNull(),
    savedAt: moment("saved_at").notNull(),
  },
  (table) => [
    foreignKey({
      columns: [table.organizationId, table.savedById],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
  ],
);

/** Where an organization's ledger ends. Whoever appends to it holds this row: there is one scorer at a time. */
export const scoreChains = pgTable("score_chains", {
  organizationId: organizationId()
    .primaryKey()
    .references(() => organizations.id, { onDelete: "restrict" }),
  /** Positions of the last fact and of the last entry; 0 before the first. */
  facts: place("facts").default(0),
  entries: place("entries").default(0),
  /** The last entry's hash; empty before the first. */
  hash: text("hash").notNull().default(""),
});

/** What happened, in the order in which it was scored: all that the scorer knew. Entries follow from these rows and the rule sets. */
export const scoreFacts = pgTable(
  "score_facts",
  {
    organizationId: organizationId(),
    /** 1, 2, 3, … without gaps. */
    position: place("position"),
    /** `share`, `click`, `story` (an approved suggestion), `withdrawal`, `pledge`, `correction`. */
    kind: text("kind").notNull(),
    /** Of the share, click, story, pledge or correction; a withdrawal has its share's. */
    factId: uuid("fact_id").notNull(),
    /** Whose it is: who shared, whose link was clicked, who suggested, who promised, whose points are corrected. */
    memberId: uuid("member_id").notNull(),
    shareId: uuid("share_id"),
    storyId: uuid("story_id"),
    occurredAt: moment("occurred_at").notNull(),
    /** The day it counts for: `occurredAt` in the organization's time zone as it was then. */
    day: date("day").notNull(),
    /** The rule set in force when it happened. */
    ruleSet: integer("rule_set").notNull(),
    /** What else the rules read of it, as it was then: `FactData` of lib/scores. */
    data: jsonb("data").$type<Record<string, unknown>>().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.position] }),
    unique("score_facts_fact").on(table.organizationId, table.kind, table.factId),
    index("score_facts_day").on(table.organizationId, table.day),
  ],
);

/** Points for one member, by one rule, because of one fact. Never changed and never removed (a trigger refuses). */
export const scoreEntries = pgTable(
  "score_entries",
  {
    organizationId: organizationId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    /** 1, 2, 3, … without gaps. */
    position: place("position"),
    /** SHA-256 of the entry before and of this one, in hexadecimal: lib/scores/chain.ts. */
    hash: text("hash").notNull(),
    points: points(),
    /** Whether a reward may be given for them; never those that X brought, unless an admin said why. */
    isRewardable: boolean("is_rewardable").notNull(),
    /** `RuleName` of lib/scores. */
    rule: text("rule").notNull(),
    ruleSet: integer("rule_set").notNull(),
    /** The fact that the rule looked at: its place in `score_facts`, and what it is. */
    factPosition: place("fact_position"),
    factKind: text("fact_kind").notNull(),
    factId: uuid("fact_id").notNull(),
    storyId: uuid("story_id"),
    /** The share that was confirmed, clicked or withdrawn. */
    shareId: uuid("share_id"),
    /** What the rule read, so that the points can be computed again. */
    inputs: jsonb("inputs").$type<Record<string, unknown>>().notNull(),
    /** Why, in words, for the member to read. */
    reason: text("reason").notNull(),
    /** When the fact happened. */
    occurredAt: moment("occurred_at").notNull(),
    /** The day the points count for: `occurredAt` in the organization's time zone as it was when they were given. */
    day: date("day").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("score_entries_position").on(table.organizationId, table.position),
    unique("score_entries_fact").on(table.organizationId, table.rule, table.factId, table.memberId),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    index("score_entries_fact_position").on(table.organizationId, table.factPosition),
    index("score_entries_member").on(table.organizationId, table.memberId, table.occurredAt.desc()),
    index("score_entries_share")
      .on(table.organizationId, table.shareId, table.points)
      .where(sql`share_id is not null`),
  ],
);

/** A member's points by day: the sum of that day's entries, written in the same transaction as they are. */
export const scoreDays = pgTable(
  "score_days",
  {
    organizationId: organizationId(),
    memberId: uuid("member_id").notNull(),
    day: date("day").notNull(),
    points: points(),
    /** Of these, the ones that a reward may be given for. */
    rewardPoints: points("reward_points").default(0),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.memberId, table.day] }),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    index("score_days_day").on(table.organizationId, table.day),
  ],
);

/** Points that an admin gave or took by hand, with the reason: there is no other way to change what was scored. */
export const scoreCorrections = pgTable(
  "score_corrections",
  {
    organizationId: organizationId(),
    id: id(),
    memberId: uuid("member_id").notNull(),
    points: points(),
    reason: text("reason").notNull(),
    /** The form's own id for one press of its button. */
    requestId: uuid("request_id").notNull(),
    correctedById: uuid("corrected_by_id").notNull(),
    correctedAt: moment("corrected_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("score_corrections_request").on(table.organizationId, table.requestId),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
    foreignKey({
      columns: [table.organizationId, table.correctedById],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
  ],
);
