import { index, jsonb, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, organizationId } from "#db/columns.ts";

/** Who did what to what, when. Never changed and never removed (a trigger refuses). */
export const auditEvents = pgTable(
  "audit_events",
  {
    organizationId: organizationId(),
    id: id(),
    /** Exactly one of the two: a member, or the name of a job. */
    memberId: uuid("member_id"),
    job: text("job"),
    /** noun.verb, for example `story.approve`. */
    action: text("action").notNull(),
    subjectId: uuid("subject_id").notNull(),
    data: jsonb("data").$type<Record<string, unknown>>().notNull().default({}),
    happenedAt: moment("happened_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("audit_events_subject").on(table.organizationId, table.subjectId, table.id),
  ],
);
