import { customType, timestamp, uuid } from "drizzle-orm/pg-core";
import { v7 as uuidv7 } from "uuid";

/** A UUIDv7 made by the app: it sorts by the time it was made, and no database has to know how. */
export const newId = (): string => uuidv7();

/** When `newId` made it. */
export const madeAt = (id: string): Date => new Date(Number.parseInt(id.replace("-", "").slice(0, 12), 16));

export const id = () => uuid("id").notNull().$defaultFn(newId);

/** The tenant. First in the primary key, and in every unique and foreign key, of every tenant table. */
export const organizationId = () => uuid("organization_id").notNull();

/** A moment (`timestamptz`). */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: "date" });

export const createdAt = () => moment("created_at").notNull().defaultNow();

/** What full-text search asks. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
