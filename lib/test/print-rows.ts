import { sql } from "drizzle-orm";
import { closeDatabase, db } from "#db/client.ts";

// node lib/test/print-rows.ts "select …": the rows as JSON, from the database that the environment names.
const result: unknown = await db.execute(sql.raw(process.argv[2] ?? ""));
process.stdout.write(JSON.stringify((result as { rows: unknown[] }).rows));
await closeDatabase();
