import { bigint, boolean, date, index, pgTable, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { id, moment, organizationId } from "#db/columns.ts";
import { chargeKind, network } from "#db/enums.ts";

/** What an admin decided about a network that can publish for members. No row: the network's defaults. */
export const networkSettings = pgTable(
  "network_settings",
  {
    organizationId: organizationId(),
    network: network("network").notNull(),
    /** Whether members may publish there through Herald; otherwise they post by hand. */
    publishes: boolean("publishes").notNull(),
    /** Whether Herald asks the network for engagement. */
    measures: boolean("measures").notNull(),
    /** Most that posting may cost in a month, in millionths of a US dollar; null: no cap. */
    postingCapMicros: bigint("posting_cap_micros", { mode: "number" }),
    /** Most that reading may cost in a month; null: no cap. */
    readingCapMicros: bigint("reading_cap_micros", { mode: "number" }),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.network] })],
);

/**
 * What a network bills for one request. Written in the transaction that lets the request leave, under the lock of the row
 * in `network_settings`, so that a cap holds; removed when the answer proves that nothing was billed.
 */
export const networkCharges = pgTable(
  "network_charges",
  {
    organizationId: organizationId(),
    id: id(),
    network: network("network").notNull(),
    kind: chargeKind("kind").notNull(),
    /** Millionths of a US dollar. */
    amountMicros: bigint("amount_micros", { mode: "number" }).notNull(),
    /** First day of the month in UTC, as networks bill. */
    month: date("month").notNull(),
    /** The attempt or share it was for. */
    subjectId: uuid("subject_id"),
    note: text("note").notNull().default(""),
    chargedAt: moment("charged_at").notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    index("network_charges_subject").on(table.organizationId, table.subjectId),
    index("network_charges_month").on(table.organizationId, table.network, table.month),
  ],
);
