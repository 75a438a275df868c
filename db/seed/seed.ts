import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { count } from "drizzle-orm";
import type { Database, Transaction } from "#db/client.ts";
import { organizations } from "#db/schema/organizations.ts";
import { acme } from "#db/seed/acme/company.ts";
import { planClicks } from "#db/seed/clicks.ts";
import { type Company, planCompany } from "#db/seed/company.ts";
import { globex } from "#db/seed/globex/company.ts";
import { planGuideline } from "#db/seed/guidelines.ts";
import { planPledge, planThanks } from "#db/seed/promises.ts";
import { createRandom } from "#db/seed/random.ts";
import { emptyRows, type Row, type Rows, writeRows } from "#db/seed/rows.ts";
import type { SeedRules } from "#db/seed/rules.ts";
import { type PlannedShare, planShares } from "#db/seed/shares.ts";
import { enlarge, type SeedSize } from "#db/seed/sizes.ts";
import { planSource } from "#db/seed/sources.ts";
import { type PlannedStory, planStory } from "#db/seed/stories.ts";

export type SeedOptions = {
  size: SeedSize;
  /** The present that everything is placed around. */
  now: Date;
  /** The same word and the same present give the same rows. */
  seed: string;
};

export type PlannedCompany = { company: Company; stories: PlannedStory[]; shares: PlannedShare[] };
/** Everything but the clicks, which are many: those are planned share by share, while they are written. */
export type Demo = {
  rows: Rows;
  companies: PlannedCompany[];
  clicksOf: (of: Company, share: PlannedShare) => Row<"clicks">[];
};

/** Plans the whole demo without touching a database. */
export function planDemo({ size, now, seed }: SeedOptions, rules: SeedRules): Demo {
  const rows = emptyRows();
  const companies = [enlarge(acme, size, createRandom(`${seed}/${size}`)), globex].map((companySeed) => {
    const company = planCompany(rows, companySeed, now, createRandom(`${seed}/${companySeed.slug}`));
    for (const source of companySeed.sources ?? []) planSource(rows, company, source, now);
    for (const each of companySeed.guidelines ?? []) planGuideline(rows, company, each, now);
    for (const each of companySeed.pledges ?? []) planPledge(rows, company, each);
    for (const each of companySeed.thanks ?? []) planThanks(rows, company, each);
    const stories = companySeed.stories.map((story) => planStory(rows, company, story));
    const shares = stories
      .flatMap((story) => planShares(rows, company, story, rules))
      .sort((one, other) => one.row.intendedAt.getTime() - other.row.intendedAt.getTime());
    return { company, stories, shares };
  });
  return { rows, companies, clicksOf: (company, share) => planClicks(company, share, rules) };
}

export async function isEmpty(db: Database): Promise<boolean> {
  const [found] = await db.select({ organizations: count() }).from(organizations);
  return found?.organizations === 0;
}

/** Writes all rows but the clicks and what is scored, and copies the illustrations to where uploaded images are kept. */
export async function writeDemo(tx: Transaction, { rows }: Demo, mediaFolder: string): Promise<void> {
  await writeRows(tx, rows);
  for (const { from, to } of rows.imageFiles) {
    const target = join(mediaFolder, to);
    await mkdir(dirname(target), { recursive: true, mode: 0o700 });
    await copyFile(from, target);
  }
}
