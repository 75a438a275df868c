import "#lib/start-failure.ts";
import { closeDatabase, db } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { organizations } from "#db/schema/organizations.ts";
import { verifyScores } from "#lib/scores/verify/queries.ts";

await migrateDatabase();
const checked = [];
for (const { id, name } of await db.select().from(organizations).orderBy(organizations.name))
  checked.push({ name, ...(await verifyScores(id)) });
await closeDatabase();

console.table(
  checked.map(({ name, facts, entries, hash, differences }) => ({
    Organization: name,
    Facts: facts,
    Entries: entries,
    "Last hash": hash.slice(0, 16),
    Differences: differences.length,
  })),
);
const differences = checked.flatMap(({ name, differences }) =>
  differences.map((difference) => ({ organization: name, ...difference })),
);
if (differences.length > 0) {
  console.table(differences);
  process.exitCode = 1;
} else {
  console.log(
    "Replayed from nothing, every entry and every hash is the one that is stored, and every total is the sum of its entries.",
  );
}
