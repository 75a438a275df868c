import { foreignKey, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId } from "#db/columns.ts";
import { members } from "./members.ts";
import { organizations } from "./organizations.ts";

/** A subject that stories carry and members follow. */
export const topics = pgTable(
  "topics",
  {
    organizationId: organizationId().references(() => organizations.id, { onDelete: "restrict" }),
    id: id(),
    name: text("name").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("topics_name").on(table.organizationId, table.name),
  ],
);

/** The topics that a member follows. */
export const memberTopics = pgTable(
  "member_topics",
  {
    organizationId: organizationId(),
    memberId: uuid("member_id").notNull(),
    topicId: uuid("topic_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.memberId, table.topicId] }),
    foreignKey({
      columns: [table.organizationId, table.topicId],
      foreignColumns: [topics.organizationId, topics.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("cascade"),
  ],
);

/** Who can give the yes that a topic requires. A topic with none requires none; of several, one is enough. */
export const topicApprovers = pgTable(
  "topic_approvers",
  {
    organizationId: organizationId(),
    topicId: uuid("topic_id").notNull(),
    memberId: uuid("member_id").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.topicId, table.memberId] }),
    foreignKey({
      columns: [table.organizationId, table.topicId],
      foreignColumns: [topics.organizationId, topics.id],
    }).onDelete("cascade"),
    foreignKey({
      columns: [table.organizationId, table.memberId],
      foreignColumns: [members.organizationId, members.id],
    }).onDelete("cascade"),
  ],
);
