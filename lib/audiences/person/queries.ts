import { type SQL, sql } from "drizzle-orm";
import { audiences } from "#db/schema/audiences.ts";
import { members } from "#db/schema/members.ts";
import { memberTopics } from "#db/schema/topics.ts";
import { type AudiencePerson, matchesRule } from "../rule.ts";
import { readRule } from "../schemas.ts";

/** What rules ask of a member, for a query over `members`. */
export const personColumns = {
  teamId: members.teamId,
  roles: members.roles,
  location: members.location,
  country: members.country,
  language: members.language,
  jobTitle: members.jobTitle,
  topicIds: sql<string[]>`array(
    select ${memberTopics.topicId}::text from ${memberTopics}
    where ${memberTopics.organizationId} = ${members.organizationId} and ${memberTopics.memberId} = ${members.id})`,
};

export type SavedRule = { id: string; rule: unknown };

/** Every saved rule of the member's organization, in the same row: the feed asks for no second one. */
export const savedRules: SQL<SavedRule[]> = sql<SavedRule[]>`(
  select coalesce(json_agg(json_build_object('id', ${audiences.id}, 'rule', ${audiences.rule})), '[]')
  from ${audiences} where ${audiences.organizationId} = ${members.organizationId})`;

/** The ids of the saved rules that mean this person. */
export function listMet(saved: readonly SavedRule[], person: AudiencePerson): string[] {
  return saved.filter(({ rule }) => meetsSaved(rule, person)).map(({ id }) => id);
}

/** A rule that cannot be read means nobody. */
export function meetsSaved(saved: unknown, person: AudiencePerson): boolean {
  const rule = readRule(saved);
  return rule !== null && matchesRule(rule, person);
}
