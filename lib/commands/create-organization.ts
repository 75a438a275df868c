import "#lib/start-failure.ts";
import { parseArgs } from "node:util";
import { closeDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { env } from "#lib/env.ts";
import { toFailure } from "#lib/failure.ts";
import { createOrganization } from "#lib/organizations/mutations.ts";
import { newOrganizationInput } from "#lib/organizations/new-organization.ts";

// npm run organization:create -- --name "Acme" --admin ada@acme.com
try {
  const { values } = parseArgs({ options: { name: { type: "string" }, admin: { type: "string" } } });
  const input = newOrganizationInput.parse(values);
  await migrateDatabase();
  await createOrganization(input);
  console.log(
    `${input.name} is there. ${input.admin} can sign in at ${env.PUBLIC_URL}/sign-in and invite everybody else.`,
  );
} catch (error) {
  console.error(toFailure(error).message);
  process.exitCode = 1;
} finally {
  await closeDatabase();
}
