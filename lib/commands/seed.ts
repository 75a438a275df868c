import { join } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { closeDatabase, db } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import type { Company } from "#db/seed/company.ts";
import { isEmpty, planDemo, writeDemo } from "#db/seed/seed.ts";
import { seedSizes } from "#db/seed/sizes.ts";
import { memberActor } from "#lib/auth/actor.ts";
import { tendBoards } from "#lib/boards/turns/tending/mutations.ts";
import { closeCampaign } from "#lib/campaigns/closing/mutations.ts";
import { clock } from "#lib/clock.ts";
import { writeHistory } from "#lib/commands/seed-history.ts";
import { seedRules } from "#lib/commands/seed-rules.ts";
import { env } from "#lib/env.ts";
import { tendRecognition } from "#lib/recognition/badges/mutations.ts";

const { values } = parseArgs({
  options: {
    size: { type: "string", default: "small" },
    /** Leaves a database that already holds organizations as it is, without calling that a failure. */
    "if-empty": { type: "boolean", default: false },
  },
});
const size = z.enum(seedSizes, `--size is one of ${seedSizes.join(", ")}`).parse(values.size);

await migrateDatabase();
if (await isEmpty(db)) {
  const startedAt = performance.now();
  const demo = planDemo({ size, now: clock.now(), seed: "herald" }, seedRules);
  // All or nothing: an interrupted seed leaves the database as empty as it was.
  const clicks = await db.transaction(async (tx) => {
    await tx.execute(sql`set local statement_timeout = 0`);
    await tx.execute(sql`set local work_mem = '128MB'`);
    await tx.execute(sql`set local maintenance_work_mem = '256MB'`);
    await writeDemo(tx, demo, join(env.DATA_DIR, "media"));
    let written = 0;
    for (const company of demo.companies) written += await writeHistory(tx, demo, company);
    return written;
  });
  // PGlite has no autovacuum: without this the planner takes every table to be empty.
  await db.execute(sql`analyze`);
  for (const { company } of demo.companies) await closeCampaigns(company);
  await tendBoards();
  await tendRecognition();
  // What is told is told once; nobody was there to be told of badges of a past that is made up.
  await db.execute(sql`delete from notices`);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  const { members, stories, shares } = demo.rows;
  console.log(
    `Seeded ${members.length} members, ${stories.length} stories, ${shares.length} shares and ${clicks} clicks in ${seconds} s.`,
  );
} else if (!values["if-empty"]) {
  console.error(
    "This database already holds organizations, so nothing was seeded. Point DATA_DIR (or DATABASE_URL) at an empty one.",
  );
  process.exitCode = 1;
}
await closeDatabase();

/** As their curator would, so that their reports have figures. */
async function closeCampaigns({ seed, organization, campaignId, memberId }: Company): Promise<void> {
  for (const { key, closing } of seed.campaigns) {
    if (!closing) continue;
    const curator = memberActor({
      organizationId: organization.id,
      id: memberId(closing.by),
      roles: ["employee", "curator"],
    });
    await closeCampaign(curator, { campaignId: campaignId(key), note: closing.note });
  }
}
