import { sayCountry } from "#lib/members/countries.ts";
import { sayLanguage } from "#lib/stories/languages.ts";
import type { AudienceCondition, AudienceField, AudienceRule } from "./rule.ts";

/** What rules call their fields. */
export const fieldNames: Record<AudienceField, string> = {
  team: "Team",
  role: "Role",
  location: "Location",
  country: "Country",
  language: "Language",
  topic: "Followed topic",
  jobTitle: "Job title",
};

/** The names of what rules keep by id. */
export type Names = ReadonlyMap<string, string>;

const few = 5;
const either = new Intl.ListFormat("en", { type: "disjunction" });
const whole = new Intl.NumberFormat("en");

/** How many a rule means, without telling a few people apart from each other. */
export function sayReach(count: number): string {
  if (count === 0) return "Nobody just now";
  return count < few ? `Fewer than ${few} members` : `${whole.format(count)} members`;
}

/** "Country is France or Belgium, and job title has engineer". */
export function sayRule({ match, conditions }: AudienceRule, names: Names): string {
  if (conditions.length === 0) return "Nobody";
  const [first = "", ...rest] = conditions.map((condition) => sayCondition(condition, names));
  return [first, ...rest.map(lowered)].join(match === "all" ? ", and " : ", or ");
}

/** "Country is not France or Belgium". */
export function sayCondition({ field, is, values }: AudienceCondition, names: Names): string {
  const verb = field === "jobTitle" ? (is ? "has" : "does not have") : is ? "is" : "is not";
  return `${fieldNames[field]} ${verb} ${either.format(values.map((value) => sayValue(field, value, names)))}`;
}

function sayValue(field: AudienceField, value: string, names: Names): string {
  if (field === "country") return sayCountry(value);
  if (field === "language") return sayLanguage(value);
  if (field === "team" || field === "topic") return names.get(value) ?? "one that is gone";
  return field === "jobTitle" ? `“${value}”` : value;
}

const lowered = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
