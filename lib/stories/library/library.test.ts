import { expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { storyTopics } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeCaption,
  makeClick,
  makeForeignActor,
  makeOrganization,
  makeShare,
  makeStory,
  makeTopic,
} from "#lib/test/factories.ts";
import { sorts } from "./filters.ts";
import { listLibrary, listMatching } from "./queries.ts";
import { libraryInput } from "./schemas.ts";

const now = new Date("2026-11-23T12:00:00Z");
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000);

async function makeCurator(timeZone = "UTC"): Promise<MemberActor> {
  vi.spyOn(clock, "now").mockReturnValue(now);
  return makeActor((await makeOrganization({ timeZone })).id, ["curator"], { name: "Ada" });
}

const list = (actor: MemberActor, search: Record<string, string> = {}) =>
  listLibrary(actor, libraryInput.parse(search));

const titles = async (actor: MemberActor, search: Record<string, string> = {}) =>
  (await list(actor, search)).stories.map(({ title }) => title).sort();

test("every filter narrows, and a filter that makes no sense does not", async () => {
  const actor = await makeCurator();
  const { organizationId } = actor;
  const topic = await makeTopic(organizationId);
  const other = await makeActor(organizationId, ["curator"]);
  await makeStory(actor, { title: "draft" });
  await makeStory(actor, { title: "live", state: "approved", publishAt: hours(-1), language: "de" });
  await makeStory(actor, { title: "scheduled", state: "approved", publishAt: hours(1) });
  await makeStory(other, { title: "expired", state: "approved", publishAt: hours(-9), expiresAt: hours(-1) });
  const shared = await makeStory(actor, {
    title: "shared",
    state: "archived",
    suggestedById: other.memberId,
  });
  await makeShare(other, shared);
  await makeCaption(shared, "Look", { network: "linkedin" });
  await db.insert(storyTopics).values({ organizationId, storyId: shared.id, topicId: topic.id });

  const cases: [Record<string, string>, string[]][] = [
    [{ state: "live" }, ["live"]],
    [{ state: "scheduled" }, ["scheduled"]],
    [{ state: "expired" }, ["expired"]],
    [{ state: "draft" }, ["draft"]],
    [{ state: "approved" }, ["expired", "live", "scheduled"]],
    [{ topic: topic.id }, ["shared"]],
    [{ topic: "none", state: "approved", language: "de" }, ["live"]],
    [{ campaign: "none", state: "draft" }, ["draft"]],
    [{ author: other.memberId }, ["expired"]],
    [{ language: "de" }, ["live"]],
    [{ network: "linkedin" }, ["shared"]],
    [{ network: "x" }, []],
    [{ shared: "yes" }, ["shared"]],
    [{ shared: "never", state: "live" }, ["live"]],
    [{ image: "yes" }, []],
    [{ suggested: "yes" }, ["shared"]],
    [{ audience: "teams" }, []],
    [{ q: "sched" }, ["scheduled"]],
    [{ date: "publish", from: "2026-11-24" }, []],
    [{ date: "expires", from: "2026-11-23", to: "2026-11-23" }, ["expired"]],
    [
      { state: "odd", topic: "x", from: "2026-99-99", sort: "odd" },
      ["draft", "expired", "live", "scheduled", "shared"],
    ],
  ];
  for (const [search, expected] of cases)
    expect([search, await titles(actor, search)]).toEqual([search, expected]);
});

test("a day is a day in the organization's time zone, also when clocks change on it", async () => {
  const actor = await makeCurator("Europe/Berlin");
  await makeStory(actor, { title: "first minute", publishAt: new Date("2026-10-24T22:00:00Z") });
  await makeStory(actor, { title: "last minute", publishAt: new Date("2026-10-25T22:59:00Z") });
  await makeStory(actor, { title: "next day", publishAt: new Date("2026-10-25T23:00:00Z") });
  expect(await titles(actor, { date: "publish", from: "2026-10-25", to: "2026-10-25" })).toEqual([
    "first minute",
    "last minute",
  ]);
});

test.each(sorts)(
  "sorted by %s, pages follow each other both ways without a gap or a repeat",
  async (sort) => {
    const actor = await makeCurator();
    for (let index = 0; index < 111; index++)
      await makeStory(actor, {
        title: `Rain ${index % 7}`,
        updatedAt: hours(-(index % 5)),
        publishAt: index % 3 ? hours(index % 4) : null,
        expiresAt: index % 2 ? hours(40 + (index % 4)) : null,
      });
    for (const dir of ["asc", "desc"]) {
      const search = { sort, dir, q: "rain" };
      const first = await list(actor, search);
      const second = await list(actor, { ...search, after: first.after ?? "" });
      const third = await list(actor, { ...search, after: second.after ?? "" });
      const seen = [first, second, third].flatMap(({ stories }) => stories.map(({ id }) => id));
      expect(new Set(seen).size).toBe(111);
      expect([first.total, first.before, third.after]).toEqual([111, null, null]);
      const back = await list(actor, { ...search, before: third.before ?? "" });
      expect(back.stories).toEqual(second.stories);
      const start = await list(actor, { ...search, before: back.before ?? "" });
      expect([start.stories, start.before]).toEqual([first.stories, null]);
    }
  },
);

test("a cursor of another table, or of nobody's, is the first page", async () => {
  const actor = await makeCurator();
  await makeStory(actor);
  for (const after of ["x", "W10", Buffer.from('["now()","x"]').toString("base64url")])
    expect((await list(actor, { after })).stories).toHaveLength(1);
});

test("clicks are shown from the first, shares from five people on", async () => {
  const actor = await makeCurator();
  const story = await makeStory(actor, { state: "approved" });
  const untouched = await makeStory(actor, { title: "untouched", state: "approved" });
  const share = async () => makeShare(await makeActor(actor.organizationId), story);
  await makeClick(await share());
  const figures = async () =>
    (await list(actor)).stories.map(({ id, shares, clicks }) => ({ id, shares, clicks }));
  expect(await figures()).toContainEqual({ id: story.id, shares: null, clicks: 1 });
  for (let count = 0; count < 4; count++) await share();
  expect(await figures()).toContainEqual({ id: story.id, shares: 5, clicks: 1 });
  expect(await figures()).toContainEqual({ id: untouched.id, shares: null, clicks: null });
  for (const sort of ["shares", "clicks"])
    expect((await list(actor, { sort })).stories.map(({ id }) => id)).toEqual([story.id, untouched.id]);
});

test("all that match are chosen in the table's order, with the versions that were seen", async () => {
  const actor = await makeCurator();
  await makeStory(actor, { title: "b", version: 3 });
  await makeStory(actor, { title: "a" });
  const { stories, total } = await listMatching(actor, libraryInput.parse({ sort: "title" }));
  expect(stories.map(({ title, version }) => [title, version])).toEqual([
    ["a", 1],
    ["b", 3],
  ]);
  expect(total).toBe(2);
});

test("another organization's table has none of our stories", async () => {
  await makeStory(await makeCurator());
  expect(await list(await makeForeignActor())).toEqual({ stories: [], total: 0, after: null, before: null });
});

test("employees and managers have no table", async () => {
  const employee = await makeActor((await makeOrganization()).id, ["employee", "manager"]);
  await expect(list(employee)).rejects.toMatchObject({ code: "forbidden" });
  await expect(listMatching(employee, libraryInput.parse({}))).rejects.toMatchObject({ code: "forbidden" });
});
