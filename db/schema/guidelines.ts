import {
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
import { guidelineKind, network } from "#db/enums.ts";
import { members } from "./members.ts";
import { organizations } from "./organizations.ts";
import { shares } from "./shares.ts";
import { topics } from "./topics.ts";

/** A rule that the final text of a share must meet before it leaves. */
export const guidelines = pgTable(
  "guidelines",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "restrict" }),
    id: id(),
    name: text("name").notNull(),
    kind: guidelineKind("kind").notNull(),
    /** What the kind needs: a `GuidelineRule` of lib/guidelines. */
    rule: jsonb("rule").$type<unknown>().notNull(),
    /** What somebody whose text does not meet it is told. */
    explanation: text("explanation").notNull().default(""),
    /** For shares to these networks; empty means every one. */
    networks: network("networks").array().notNull().default([]),
    /** For members of these countries (ISO 3166-1 alpha-2); empty means every one. */
    countries: text("countries").array().notNull().default([]),
    /** The days on which it holds, both included; null means without a beginning or an end. */
    startsOn: date("starts_on"),
    endsOn: date("ends_on"),
    /** A text that meets it and one that does not: it cannot be on until both are so. */
    passingText: text("passing_text").notNull().default(""),
    failingText: text("failing_text").notNull().default(""),
    /** It holds while this is set. */
    enabledAt: moment("enabled_at"),
    enabledById: uuid("enabled_by_id"),
    /** Goes up by one with every change, so that a share can say by which it was judged. */
    version: integer("version").notNull().default(1),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("guidelines_name").on(table.organizationId, table.name),
    foreignKey({
      columns: [table.organizationId, table.enabledById],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("restrict"),
  ],
);

/** The topics whose stories a guideline is for; without any it is for every story. */
export const guidelineTopics = pgTable(
  "guideline_topics",
  {
    organizationId: organizationId(),
    guidelineId: uuid("guideline_id").notNull(),
    topicId: uuid("topic_id").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.guidelineId, table.topicId] }),
    foreignKey({
      columns: [table.organizationId, table.guidelineId],
      foreignColumns: [guidelines.organizationId, guidelines.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.topicId],
      foreignColumns: [topics.organizationId, topics.id],
    }).onDelete("cascade"),
  ],
);

/** What the member saw, changed and agreed to when a text was handed over, published or scheduled. Rows are only ever added. */
export const shareAgreements = pgTable(
  "share_agreements",
  {
    organizationId: organizationId(),
    id: id(),
    shareId: uuid("share_id").notNull(),
    network: network("network").notNull(),
    /** The caption that the member was offered, as it was then; empty when there was none. */
    offeredText: text("offered_text").notNull().default(""),
    /** What went out, the disclosure included. */
    text: text("text").notNull(),
    /** Every guideline that was asked: its id, version, words, and what came of it (`Verdict` of lib/guidelines). */
    verdicts: jsonb("verdicts").$type<unknown>().notNull(),
    /** The guidelines that warned, and that the member went on past. */
    acceptedIds: uuid("accepted_ids").array().notNull().default([]),
    agreedAt: moment("agreed_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.shareId, table.id] }),
    foreignKey({
      columns: [table.organizationId, table.shareId],
      foreignColumns: [shares.organizationId, shares.id],
    }).onDelete("cascade"),
  ],
);
