import "#lib/start-failure.ts";
import { closeDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { rotateKeys } from "#lib/connections/keys/mutations.ts";
import { namesOfKeys } from "#lib/key-ring.ts";

await migrateDatabase();
const rotated = await rotateKeys();
await closeDatabase();

for (const { column, count } of rotated) console.log(`${column}: ${count} sealed anew`);
const [first, ...others] = namesOfKeys();
console.log(
  others.length > 0
    ? `Everything is sealed under ${first}. ${others.join(" and ")} can be taken out of ENCRYPTION_KEYS once every Herald process was started with ${first} in front.`
    : `Everything is sealed under ${first}.`,
);
