import { parseArgs } from "node:util";
import { closeDatabase, db } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { isEmpty, seedDemo } from "#db/seed/seed.ts";
import { clock } from "#lib/clock.ts";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "small" },
    /** Leaves a database that already holds organizations as it is, without calling that a failure. */
    "if-empty": { type: "boolean", default: false },
  },
});

await migrateDatabase();
if (await isEmpty(db)) {
  const startedAt = performance.now();
  await seedDemo(db, { now: clock.now(), seed: "herald" });
  console.log(`Seeded the demo in ${((performance.now() - startedAt) / 1000).toFixed(1)} s.`);
} else if (!values["if-empty"]) {
  console.error(
    "This database already holds organizations, so nothing was seeded. Point DATA_DIR (or DATABASE_URL) at an empty one.",
  );
  process.exitCode = 1;
}
await closeDatabase();
