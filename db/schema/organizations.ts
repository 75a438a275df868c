import { sql } from "drizzle-orm";
import { boolean, check, integer, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { createdAt, newId } from "#db/columns.ts";
import { boardMode } from "#db/enums.ts";

export const organizations = pgTable(
  "organizations",
  {
    id: uuid("id").primaryKey().$defaultFn(newId),
    slug: text("slug").notNull().unique(),
    name: text("name").notNull(),
    /** `#rrggbb`; corrected for contrast when it is shown, never when it is stored. */
    accentColor: text("accent_color").notNull().default("#b4402a"),
    /** IANA name; a day in Herald is a day here. */
    timeZone: text("time_zone").notNull().default("UTC"),
    /** Added to a share's text, for example `#AcmeEmployee`; empty means none. */
    disclosure: text("disclosure").notNull().default(""),
    requiresDisclosure: boolean("requires_disclosure").notNull().default(false),
    allowsSelfApproval: boolean("allows_self_approval").notNull().default(false),
    /** Lower-case domains whose verified addresses may join as employees without an invitation. */
    emailDomains: text("email_domains").array().notNull().default([]),
    /** Added to a story's address as utm_source, utm_medium and utm_campaign; empty means not added. */
    utmSource: text("utm_source").notNull().default("herald"),
    utmMedium: text("utm_medium").notNull().default("employee"),
    utmCampaign: text("utm_campaign").notNull().default(""),
    /** When this many colleagues shared a story within `staggerMinutes`, the next is offered a later time; 0 means never. */
    staggerShares: integer("stagger_shares").notNull().default(3),
    staggerMinutes: integer("stagger_minutes").notNull().default(60),
    /** What boards there are; works councils often want fewer. */
    boardMode: boardMode("board_mode").notNull().default("people"),
    /** No figure is about fewer people than this; never under 5. */
    smallestGroup: integer("smallest_group").notNull().default(5),
    /** Whether anybody may read how points are given, without signing in. */
    publishesMethodology: boolean("publishes_methodology").notNull().default(false),
    /** How long a season is that begins by itself, in months: 1, 3, 6 or 12. */
    seasonMonths: integer("season_months").$type<1 | 3 | 6 | 12>().notNull().default(3),
    createdAt: createdAt(),
  },
  (table) => [check("organizations_smallest_group", sql`${table.smallestGroup} >= 5`)],
);
