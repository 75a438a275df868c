import { and, asc, desc, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { ruleSetDrafts, ruleSets } from "#db/schema/scores.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { firstRuleSet, firstRules, type RuleSet, rules } from "../rule-set.ts";
import type { PublishedRules, RulesRoom } from "./schemas.ts";

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

/** The rules as they are, as they were, and as somebody would have them. */
export async function getRulesRoom(actor: Actor): Promise<RulesRoom> {
  const published = await listPublished(actor);
  const [current = first, ...earlier] = [...published, first];
  const [draft] = await db
    .select({
      rules: ruleSetDrafts.rules,
      basedOn: ruleSetDrafts.basedOn,
      savedAt: ruleSetDrafts.savedAt,
      savedByName: members.name,
    })
    .from(ruleSetDrafts)
    .innerJoin(
      members,
      and(eq(members.organizationId, ruleSetDrafts.organizationId), eq(members.id, ruleSetDrafts.savedById)),
    )
    .where(eq(ruleSetDrafts.organizationId, actor.organizationId));
  return {
    current,
    earlier,
    draft: draft ? { ...draft, rules: rules.parse(draft.rules), savedAt: draft.savedAt.toISOString() } : null,
  };
}

const first: PublishedRules = {
  version: 1,
  rules: firstRules,
  note: "Herald’s own rules.",
  publishedAt: null,
  publishedByName: null,
};

/** Latest first, without Herald's own. */
async function listPublished(actor: Actor): Promise<PublishedRules[]> {
  const rows = await db
    .select({
      version: ruleSets.version,
      rules: ruleSets.rules,
      note: ruleSets.note,
      publishedAt: ruleSets.publishedAt,
      publishedByName: members.name,
    })
    .from(ruleSets)
    .innerJoin(
      members,
      and(eq(members.organizationId, ruleSets.organizationId), eq(members.id, ruleSets.publishedById)),
    )
    .where(eq(ruleSets.organizationId, actor.organizationId))
    .orderBy(desc(ruleSets.version));
  return rows.map((row) => ({
    ...row,
    rules: rules.parse(row.rules),
    publishedAt: row.publishedAt.toISOString(),
  }));
}
