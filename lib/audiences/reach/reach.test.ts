import fc from "fast-check";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { memberTopics } from "#db/schema/topics.ts";
import type { MemberActor, Role } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeForeignActor,
  makeMember,
  makeOrganization,
  makeTeam,
  makeTopic,
} from "#lib/test/factories.ts";
import { countAudience } from "../queries.ts";
import { type AudienceCondition, type AudienceField, type AudiencePerson, matchesRule } from "../rule.ts";

const locations = ["", "Lyon", "LYON", "Zürich", "ZÜRICH", "İzmir", "Saint-Étienne"];
const countries = ["", "FR", "DE", "CH"];
const languages = ["", "fr", "fr-CA", "fra", "de", "zh-Hant"];
const jobTitles = ["", "Engineer", "Senior ENGINEER", "Ingénieur", "100% _sales_", "ΣΊΣΥΦΟΣ"];

test("the database counts those whom the rule means, whatever is asked", async () => {
  const { id: organizationId } = await makeOrganization();
  const curator = await makeActor(organizationId, ["curator"]);
  const teamIds = [(await makeTeam(organizationId)).id, (await makeTeam(organizationId)).id];
  const topicIds = [(await makeTopic(organizationId)).id, (await makeTopic(organizationId)).id];
  const people = [personOf({ roles: ["curator"] })];
  for (let index = 0; index < 24; index++)
    people.push(
      await makePerson(
        organizationId,
        personOf({
          teamId: [null, ...teamIds][index % 3] ?? null,
          roles: index % 4 === 0 ? ["employee", "manager"] : ["employee"],
          location: locations[index % locations.length],
          country: countries[index % countries.length],
          language: languages[(index * 5) % languages.length],
          jobTitle: jobTitles[(index * 7) % jobTitles.length],
          topicIds: topicIds.filter((_, topic) => (index >> topic) % 2 === 1),
        }),
      ),
    );

  const values: Record<AudienceField, string[]> = {
    team: teamIds,
    role: ["employee", "curator", "manager", "admin"],
    location: [...locations.slice(1), "lyon ", "Nowhere"],
    country: countries.slice(1),
    language: [...languages.slice(1), "FR"],
    topic: topicIds,
    jobTitle: [...jobTitles.slice(1), "engineer", "%", "_"],
  };
  const condition: fc.Arbitrary<AudienceCondition> = fc
    .constantFrom(...(Object.keys(values) as AudienceField[]))
    .chain((field) =>
      fc.record({
        field: fc.constant(field),
        is: fc.boolean(),
        values: fc.uniqueArray(fc.constantFrom(...values[field]), { minLength: 1, maxLength: 3 }),
      }),
    );
  const rule = fc.record({
    match: fc.constantFrom("all" as const, "any" as const),
    conditions: fc.array(condition, { minLength: 1, maxLength: 4 }),
  });
  await fc.assert(
    fc.asyncProperty(rule, async (asked) => {
      const meant = people.filter((person) => matchesRule(asked, person)).length;
      expect(await countAudience(curator, asked)).toBe(meant);
    }),
    { numRuns: 150 },
  );
});

test("who has not joined, is suspended or works elsewhere is not counted", async () => {
  const { id: organizationId } = await makeOrganization();
  const curator = await makeActor(organizationId, ["curator"], { country: "FR" });
  await makeMember(organizationId, { country: "FR", joinedAt: null });
  await makeMember(organizationId, { country: "FR", suspendedAt: clock.now() });
  expect(await countAudience(curator, french)).toBe(1);
  expect(await countAudience(await makeForeignActor(), french)).toBe(0);
});

test("an employee may not count", async () => {
  const employee: MemberActor = await makeActor((await makeOrganization()).id);
  await expect(countAudience(employee, french)).rejects.toMatchObject({ code: "forbidden" });
});

const french = { match: "all", conditions: [{ field: "country", is: true, values: ["FR"] }] } as const;

const personOf = (facts: Partial<AudiencePerson>): AudiencePerson => ({
  ...{ teamId: null, roles: ["employee"], location: "", country: "", language: "", jobTitle: "" },
  topicIds: [],
  ...facts,
});

async function makePerson(organizationId: string, person: AudiencePerson): Promise<AudiencePerson> {
  const { topicIds, roles, ...facts } = person;
  const { id: memberId } = await makeMember(organizationId, { ...facts, roles: roles as Role[] });
  if (topicIds.length > 0)
    await db.insert(memberTopics).values(topicIds.map((topicId) => ({ organizationId, memberId, topicId })));
  return person;
}
