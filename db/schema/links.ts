import { foreignKey, pgTable, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import { createdAt, id, organizationId } from "#db/columns.ts";
import { shares } from "./shares.ts";

/** The short tracked URL of one share. */
export const links = pgTable(
  "links",
  {
    organizationId: organizationId(),
    id: id(),
    shareId: uuid("share_id").notNull(),
    code: text("code").notNull(),
    /** Where `/s/{code}` goes: the story's address with the organization's UTM parameters, fixed when the share was made. */
    targetUrl: text("target_url").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.organizationId, table.id] }),
    unique("links_share").on(table.organizationId, table.shareId),
    unique("links_code").on(table.organizationId, table.code),
    foreignKey({
      columns: [table.organizationId, table.shareId],
      foreignColumns: [shares.organizationId, shares.id],
    }).onDelete("restrict"),
  ],
);

/** The directory of codes over all organizations: `/s/{code}` names no tenant, so this says whose it is. Global. */
export const linkCodes = pgTable("link_codes", {
  code: text("code").primaryKey(),
  organizationId: organizationId(),
  linkId: uuid("link_id").notNull(),
});
