import { closeDatabase, db } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { organizations } from "#db/schema/organizations.ts";
import { findClickDifferences } from "#lib/clicks/verify/queries.ts";

await migrateDatabase();
const differences = await findClickDifferences();
for (const { id, name } of await db.select().from(organizations).orderBy(organizations.name)) {
  const own = differences.filter(({ organizationId }) => organizationId === id);
  console.log(own.length === 0 ? `${name}: nothing differs.` : `${name}:`);
  for (const { linkId, what, stored, expected } of own)
    console.log(`  Link ${linkId} has ${stored} ${what}; the log of clicks says ${expected}.`);
}
await closeDatabase();

if (differences.length > 0) process.exitCode = 1;
else
  console.log("Every roll-up is what its clicks add up to, and every visitor counts once per link and hour.");
