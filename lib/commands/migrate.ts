import "#lib/start-failure.ts";
import { closeDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";

await migrateDatabase();
await closeDatabase();
console.log("The database is at this version of Herald.");
