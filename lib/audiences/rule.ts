import type { Role } from "#lib/auth/actor.ts";

export const audienceFields = [
  "team",
  "role",
  "location",
  "country",
  "language",
  "topic",
  "jobTitle",
] as const;
export type AudienceField = (typeof audienceFields)[number];

/** What is asked of one of a person's facts: that it is one of the values, or that it is none of them. */
export type AudienceCondition = { field: AudienceField; is: boolean; values: readonly string[] };

/** A rule over members. It has at least one condition: everyone is no rule. */
export type AudienceRule = { match: "all" | "any"; conditions: readonly AudienceCondition[] };

/** What rules ask of a member. Empty texts are facts that nobody has stated. */
export type AudiencePerson = {
  teamId: string | null;
  roles: readonly Role[];
  location: string;
  country: string;
  language: string;
  jobTitle: string;
  /** The topics that the member follows. */
  topicIds: readonly string[];
};

/** Whether a rule means this person. lib/audiences/reach says the same in SQL. */
export function matchesRule(rule: AudienceRule, person: AudiencePerson): boolean {
  if (rule.conditions.length === 0) return false;
  const holds = (condition: AudienceCondition) => matchesCondition(condition, person);
  return rule.match === "all" ? rule.conditions.every(holds) : rule.conditions.some(holds);
}

function matchesCondition({ field, is, values }: AudienceCondition, person: AudiencePerson): boolean {
  return values.some((value) => has[field](person, value)) === is;
}

/** Whether two texts that people typed mean the same: capitals and spaces around do not count. */
export const isSameText = (one: string, other: string): boolean => fold(one) === fold(other);

export const includesText = (text: string, part: string): boolean => fold(text).includes(fold(part));

/** `fr` means every French, `fr-CA` only that of Canada. */
export function isLanguage(tag: string, wanted: string): boolean {
  return fold(tag) === fold(wanted) || fold(tag).startsWith(`${fold(wanted)}-`);
}

const has: Record<AudienceField, (person: AudiencePerson, value: string) => boolean> = {
  team: ({ teamId }, value) => teamId === value,
  role: ({ roles }, value) => roles.some((role) => role === value),
  location: ({ location }, value) => isSameText(location, value),
  country: ({ country }, value) => country === value,
  language: ({ language }, value) => isLanguage(language, value),
  topic: ({ topicIds }, value) => topicIds.includes(value),
  jobTitle: ({ jobTitle }, value) => includesText(jobTitle, value),
};

const fold = (text: string) => text.normalize("NFC").toLowerCase().trim();
