import "#lib/start-failure.ts";
import { existsSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { closeDatabase, connection } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { StartError } from "#lib/errors.ts";
import { fileArgument, runPostgresTool } from "./backup-file.ts";

// The whole database. Not in it: images, and the settings, and with them AUTH_SECRET.
const file = fileArgument("backup");
if (existsSync(file)) throw new StartError(`${file} exists already. Choose another name, or move it away.`);
const draft = `${file}.partial`;

if (env.DATABASE_URL) {
  runPostgresTool("pg_dump", [
    "--format=custom",
    // Whoever has a day's salt can try addresses until one gives that day's visitor.
    "--exclude-table-data=public.visitor_salts",
    `--file=${draft}`,
    `--dbname=${env.DATABASE_URL}`,
  ]);
} else {
  const dump = await connection().dump?.();
  if (!dump) throw new StartError("The embedded database could not be opened.");
  writeFileSync(draft, dump, { mode: 0o600 });
  await closeDatabase();
}
// Under its own name only once it is whole.
renameSync(draft, file);
const images = env.S3_BUCKET ? `the bucket ${env.S3_BUCKET}` : join(env.DATA_DIR, "media");
console.log(
  `The database is in ${file}, without images: copy ${images} as well. Keep your settings, AUTH_SECRET among them, somewhere else.`,
);
