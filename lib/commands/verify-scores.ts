import "#lib/start-failure.ts";
import { closeDatabase, db } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { organizations } from "#db/schema/organizations.ts";
import { findDifferences } from "#lib/scores/verify/queries.ts";

await migrateDatabase();
const checked = [];
for (const { id, name } of await db.select().from(organizations).orderBy(organizations.name))
  checked.push({ name, differences: await findDifferences(id) });
await closeDatabase();

console.table(
  checked.map(({ name, differences }) => ({ Organization: name, Differences: differences.length })),
);
const differences = checked.flatMap(({ name, differences }) =>
  differences.map((difference) => ({ organization: name, ...difference })),
);
if (differences.length > 0) {
  console.table(differences);
  process.exitCode = 1;
} else {
  console.log("Every entry is what its rule gives, and every total is the sum of its entries.");
}
