import { asc, eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { ruleSets } from "#db/schema/scores.ts";
import { firstRuleSet, type RuleSet, rules } from "../rule-set.ts";

/** Every rule set of the organization, oldest first; the first is Herald's own. */
export async function readRuleSets(executor: Executor, organizationId: string): Promise<RuleSet[]> {
  const published = await executor
    .select()
    .from(ruleSets)
    .where(eq(ruleSets.organizationId, organizationId))
    .orderBy(asc(ruleSets.version));
  return [
    firstRuleSet,
    ...published.map(({ version, publishedAt, rules: stored }) => ({
      ...rules.parse(stored),
      version,
      publishedAt,
    })),
  ];
}
