import { closeDatabase } from "#db/client.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { rollUpClicks } from "#lib/clicks/roll-ups/mutations.ts";
import { untilDone } from "#lib/in-steps.ts";
import { listOrganizationsToRollUp, listOrganizationsToScore } from "#lib/jobs/queries.ts";
import { scoreClicks } from "#lib/scores/mutations.ts";

// What the jobs would do next: then nothing waits, and everything can be verified.
for (const id of await listOrganizationsToRollUp())
  await untilDone(() => rollUpClicks(systemActor(id, "add-up")));
for (const id of await listOrganizationsToScore())
  await untilDone(() => scoreClicks(systemActor(id, "add-up")));
await closeDatabase();
