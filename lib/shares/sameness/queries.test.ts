import { expect, test, vi } from "vitest";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
} from "#lib/test/factories.ts";
import { compareWithColleagues } from "./queries.ts";

const rain = "A factory that runs on rain, and on nothing else.";
const none = { colleagues: 0, isHere: false, closest: null };

test("what colleagues posted is heard of within seconds, without the disclosure and without a name", async () => {
  const { actor, colleague, story } = await setUp();
  expect(await compare(actor)).toEqual(none);
  await makeShare(colleague, story, { text: `${rain}\n\n#AcmeEmployee` });
  const now = clock.now().getTime();
  const soon = vi.spyOn(clock, "now").mockReturnValue(new Date(now + 3_000));

  expect(await compare(actor)).toEqual({ colleagues: 1, isHere: true, closest: rain });
  expect(await compare(actor, `${rain} #AcmeEmployee`)).toMatchObject({ colleagues: 1 });
  expect(await compare(colleague)).toEqual(none);
  soon.mockRestore();
});

test("only what went out within two weeks counts, whatever the story", async () => {
  const { actor, colleague, story } = await setUp();
  const daysAgo = (days: number) => new Date(clock.now().getTime() - days * 86_400_000);
  await makeShare(colleague, story, { text: rain, confirmedAt: daysAgo(15) });
  await makeShare(colleague, story, { text: rain, state: "withdrawn" });
  await makeShare(colleague, story, { text: rain, state: "scheduled", confirmedAt: null });
  expect(await compare(actor)).toEqual(none);

  const { actor: later, colleague: sharer } = await setUp();
  await makeShare(sharer, await makeLiveStory(sharer), { text: rain, confirmedAt: daysAgo(13) });
  expect(await compare(later)).toMatchObject({ colleagues: 1 });
});

test("another organization's posts are not looked at", async () => {
  const { colleague, story } = await setUp();
  await makeShare(colleague, story, { text: rain });
  expect(await compare(await makeForeignActor())).toEqual(none);
});

test("many who ask at the same moment all have the answer", async () => {
  const { actor, colleague, story } = await setUp();
  await makeShare(colleague, story, { text: rain });
  const answers = await Promise.all(Array.from({ length: 20 }, () => compare(actor)));
  expect(answers.every(({ colleagues }) => colleagues === 1)).toBe(true);
});

const compare = (actor: MemberActor, text = rain) =>
  compareWithColleagues(actor, { network: "linkedin", text });

async function setUp() {
  const { id } = await makeOrganization({ disclosure: "#AcmeEmployee" });
  const [actor, colleague] = [await makeActor(id), await makeActor(id)];
  return { actor, colleague, story: await makeLiveStory(colleague) };
}
