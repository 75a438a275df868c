import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { storyTopics } from "#db/schema/stories.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
  makeStory,
  makeTopic,
} from "#lib/test/factories.ts";
import { readLibraryFilters } from "../library/filters.ts";
import { listLibrary } from "../library/queries.ts";
import { adviseOn } from "./advice.ts";
import { getStoryHealth } from "./queries.ts";
import type { StoryHealth } from "./schemas.ts";

const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000);

async function makeLibrary() {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const { organizationId, memberId } = curator;
  const heat = await makeTopic(organizationId, { name: "Heat" });
  await makeTopic(organizationId, { name: "Safety" });
  const stories = [
    await makeLiveStory(curator, { publishAt: inDays(-10.5) }),
    await makeLiveStory(curator, { publishAt: inDays(-2.5), expiresAt: inDays(5) }),
    await makeLiveStory(curator, { publishAt: inDays(5) }),
    await makeLiveStory(curator, { publishAt: inDays(40) }),
    await makeLiveStory(curator, { publishAt: inDays(-9), expiresAt: inDays(-1) }),
  ];
  await db
    .insert(storyTopics)
    .values(stories.map(({ id }) => ({ organizationId, topicId: heat.id, storyId: id })));
  const [shared] = stories;
  if (shared) await makeShare(curator, shared);
  const suggestion = { state: "in_review", suggestedById: memberId } as const;
  for (const days of [-1.5, -4.5, -8.5]) await makeStory(curator, { ...suggestion, createdAt: inDays(days) });
  return { curator, heat };
}

test("supply, age, what nobody shared and what waits are counted", async () => {
  const { curator, heat } = await makeLibrary();
  expect(await getStoryHealth(curator)).toMatchObject({
    topics: [
      { topicId: heat.id, name: "Heat", live: 2, coming: 1, expiring: 1 },
      { name: "Safety", live: 0, coming: 0, expiring: 0 },
    ],
    ...{ live: 2, medianAge: 6, oldestAge: 10, neverShared: 1 },
    ...{ suggestions: 3, medianWait: 4, oldestWait: 8 },
    sources: { followed: 0, failing: 0, paused: 0 },
  });
});

test("each number is as many stories as the table shows where it leads", async () => {
  const { curator, heat } = await makeLibrary();
  const { until } = await getStoryHealth(curator);
  const totalOf = async (search: Record<string, string>) => {
    const place = { after: undefined, before: undefined };
    return (await listLibrary(curator, { filters: readLibraryFilters(search), place })).total;
  };
  const topic = heat.id;
  expect(await totalOf({ topic, state: "live" })).toBe(2);
  expect(await totalOf({ topic, state: "scheduled", date: "publish", to: until })).toBe(1);
  expect(await totalOf({ topic, state: "live", date: "expires", to: until })).toBe(1);
  expect(await totalOf({ state: "live", shared: "never" })).toBe(1);
  expect(await totalOf({ state: "in_review", suggested: "yes" })).toBe(3);
});

test("another organization sees none of it, and an employee may not look", async () => {
  const { curator } = await makeLibrary();
  const foreign = await getStoryHealth(await makeForeignActor());
  expect(foreign).toMatchObject({ topics: [], live: 0, oldestAge: null, neverShared: 0, suggestions: 0 });
  const employee = await makeActor(curator.organizationId);
  await expect(getStoryHealth(employee)).rejects.toMatchObject({ code: "forbidden" });
});

const well: StoryHealth = {
  topics: [{ topicId: "heat", name: "Heat", live: 3, coming: 1, expiring: 1 }],
  ...{ live: 3, medianAge: 4, oldestAge: 9, neverShared: 0 },
  ...{ suggestions: 1, medianWait: 1, oldestWait: 1 },
  sources: { followed: 2, failing: 0, paused: 0 },
  until: "2026-12-07",
};
const topicOf = (name: string, live = 0, expiring = 0) => ({
  topicId: name,
  name,
  live,
  coming: 0,
  expiring,
});

test.each([
  { name: "nothing, when all is well", of: {}, says: [] },
  {
    name: "to write about what nothing is live about",
    of: { topics: ["Safety", "Rain", "Snow", "Hail"].map((name) => topicOf(name)) },
    says: ["Nothing about Safety, Rain, Snow or another topic is live"],
  },
  {
    name: "to follow what ends",
    of: { topics: [topicOf("Heat", 2, 2)] },
    says: ["Everything about Heat expires"],
  },
  { name: "to look at what nobody shared", of: { neverShared: 2 }, says: ["2 live stories have never"] },
  {
    name: "to answer who waits",
    of: { oldestWait: 6 },
    says: ["A colleague's suggestion has waited for 6 days"],
  },
  { name: "to mend sources", of: { sources: { ...well.sources, failing: 1 } }, says: ["A source cannot"] },
])("the advice is $name", ({ of, says }) => {
  const sentences = adviseOn({ ...well, ...of }).map(({ sentence }) => sentence);
  expect(sentences).toEqual(says.map((start) => expect.stringMatching(`^${start}`)));
});
