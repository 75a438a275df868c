import { expect, test } from "vitest";
import { type AudienceCondition, type AudiencePerson, matchesRule } from "./rule.ts";
import { audienceRule, readRule } from "./schemas.ts";

const ada: AudiencePerson = {
  teamId: "team-a",
  roles: ["employee", "curator"],
  location: "Lyon",
  country: "FR",
  language: "fr-CA",
  jobTitle: "Process Engineer",
  topicIds: ["water"],
};
const unknown: AudiencePerson = {
  ...{ teamId: null, roles: ["employee"], location: "", country: "", language: "", jobTitle: "" },
  topicIds: [],
} as const;

const is = (field: AudienceCondition["field"], ...values: string[]) => ({ field, is: true, values });
const isNot = (field: AudienceCondition["field"], ...values: string[]) => ({ field, is: false, values });

test.each([
  { name: "her team", rule: is("team", "team-b", "team-a"), ada: true, unknown: false },
  { name: "not her team", rule: isNot("team", "team-a"), ada: false, unknown: true },
  { name: "a role she has besides others", rule: is("role", "curator"), ada: true, unknown: false },
  { name: "a role that everybody has", rule: is("role", "employee"), ada: true, unknown: true },
  { name: "her place, however it is typed", rule: is("location", " LYON"), ada: true, unknown: false },
  { name: "a place that only begins like hers", rule: is("location", "Ly"), ada: false, unknown: false },
  { name: "her country", rule: is("country", "DE", "FR"), ada: true, unknown: false },
  { name: "her language in any country", rule: is("language", "fr"), ada: true, unknown: false },
  { name: "her language of another country", rule: is("language", "fr-FR"), ada: false, unknown: false },
  { name: "not her language", rule: isNot("language", "fr"), ada: false, unknown: true },
  { name: "a topic she follows", rule: is("topic", "water", "steel"), ada: true, unknown: false },
  { name: "a part of her job title", rule: is("jobTitle", "engineer"), ada: true, unknown: false },
])("$name", ({ rule, ...expected }) => {
  expect(matchesRule({ match: "all", conditions: [rule] }, ada)).toBe(expected.ada);
  expect(matchesRule({ match: "any", conditions: [rule] }, unknown)).toBe(expected.unknown);
});

test("all wants every condition, any wants one, and none means nobody", () => {
  const conditions = [is("country", "FR"), is("language", "de")];
  expect(matchesRule({ match: "all", conditions }, ada)).toBe(false);
  expect(matchesRule({ match: "any", conditions }, ada)).toBe(true);
  expect(matchesRule({ match: "all", conditions: [] }, ada)).toBe(false);
});

test.each([
  { name: "no condition", conditions: [] },
  { name: "a condition without a value", conditions: [is("country")] },
  { name: "a country that is no code", conditions: [is("country", "France")] },
  { name: "a role that is none", conditions: [is("role", "owner")] },
  { name: "a team that is no id", conditions: [is("team", "Sales")] },
])("a rule with $name is refused", ({ conditions }) => {
  expect(audienceRule.safeParse({ match: "all", conditions }).success).toBe(false);
  expect(readRule({ match: "all", conditions })).toBeNull();
});
