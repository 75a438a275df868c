import { count } from "drizzle-orm";
import type { Database } from "#db/client.ts";
import { organizations } from "#db/schema/organizations.ts";
import { acme } from "#db/seed/acme/company.ts";
import { planCompany } from "#db/seed/company.ts";
import { globex } from "#db/seed/globex/company.ts";
import { createRandom } from "#db/seed/random.ts";
import { emptyRows, type Rows, writeRows } from "#db/seed/rows.ts";
import { planStory } from "#db/seed/stories.ts";

export type SeedOptions = {
  /** The present that everything is placed around. */
  now: Date;
  /** The same word and the same present give the same rows. */
  seed: string;
};

/** Every row of the demo, without touching a database. */
export function planDemo({ now, seed }: SeedOptions): Rows {
  const rows = emptyRows();
  for (const companySeed of [acme, globex]) {
    const company = planCompany(rows, companySeed, now, createRandom(`${seed}/${companySeed.slug}`));
    for (const story of companySeed.stories) planStory(rows, company, story);
  }
  return rows;
}

export async function isEmpty(db: Database): Promise<boolean> {
  const [found] = await db.select({ organizations: count() }).from(organizations);
  return found?.organizations === 0;
}

export async function seedDemo(db: Database, options: SeedOptions): Promise<void> {
  const rows = planDemo(options);
  await db.transaction((tx) => writeRows(tx, rows));
}
