import "#lib/start-failure.ts";
import { closeDatabase, connection, db } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { organizations } from "#db/schema/organizations.ts";
import { checkClicks, waitsTooLong } from "#lib/clicks/verify/queries.ts";
import { clock } from "#lib/clock.ts";

await migrateDatabase();
const { months, differences, waiting } = await checkClicks();
for (const { id, name } of await db.select().from(organizations).orderBy(organizations.name)) {
  const own = differences.filter(({ organizationId }) => organizationId === id);
  console.log(own.length === 0 ? `${name}: nothing differs.` : `${name}:`);
  for (const { linkId, what, stored, expected } of own)
    console.log(`  Link ${linkId} has ${stored} ${what}; the log of clicks says ${expected}.`);
}
// Nobody works on the embedded database while this has it open.
const isStuck = connection().kind === "postgres" && waitsTooLong(waiting, clock.now());
await closeDatabase();

console.log(`Checked: ${months.map((month) => month.slice(0, 7)).join(", ")}.`);
console.log(
  waiting.since === null
    ? "No click waits to be rolled up."
    : `${waiting.clicks} clicks in ${waiting.batches} batches wait to be rolled up, since ${waiting.since.toISOString()}.`,
);
if (isStuck) console.log("That is more than an hour: is a Herald with HERALD_ROLE all or worker running?");

if (differences.length > 0 || isStuck) process.exitCode = 1;
else
  console.log("Every roll-up is what its clicks add up to, and every visitor counts once per link and hour.");
