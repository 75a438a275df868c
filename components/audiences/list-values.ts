import type { AudienceField } from "#lib/audiences/rule.ts";
import type { AudienceChoices } from "#lib/audiences/schemas.ts";
import { listCountries } from "#lib/members/countries.ts";
import { listLanguages } from "#lib/stories/languages.ts";

type Value = { value: string; name: string };

/** What a condition offers to choose from. */
export function listValues(field: AudienceField, choices: AudienceChoices): Value[] {
  return lists[field](choices);
}

const lists: Record<AudienceField, (choices: AudienceChoices) => Value[]> = {
  team: ({ teams }) => teams.map(toValue),
  topic: ({ topics }) => topics.map(toValue),
  role: () => ["employee", "curator", "manager", "admin"].map((value) => ({ value, name: value })),
  location: ({ locations }) => locations.map((value) => ({ value, name: value })),
  country: () => listCountries().map(({ code, name }) => ({ value: code, name })),
  language: () => listLanguages("").map(({ tag, name }) => ({ value: tag, name })),
  jobTitle: () => [],
};

const toValue = ({ id, name }: { id: string; name: string }): Value => ({ value: id, name });
