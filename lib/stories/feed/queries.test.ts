import { expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { shares } from "#db/schema/shares.ts";
import { storyTeams, storyTopics } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import {
  makeActor,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeStory,
  makeTeam,
  makeTopic,
} from "#lib/test/factories.ts";
import { followTopic } from "#lib/topics/following/mutations.ts";
import { readFeedFilters } from "./filters.ts";
import { recordFeedVisit } from "./mutations.ts";
import { getFeedVisit, getLiveStory, listLiveStories, listLiveTopics } from "./queries.ts";

const now = new Date("2026-11-23T12:00:00Z");
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

async function makeReader(): Promise<MemberActor> {
  vi.spyOn(clock, "now").mockReturnValue(now);
  return makeActor((await makeOrganization()).id);
}

const list = (actor: MemberActor, filters: Record<string, string> = {}) =>
  listLiveStories(actor, { ...readFeedFilters(filters), cursor: filters.cursor });

const titles = async (actor: MemberActor, filters: Record<string, string> = {}) =>
  (await list(actor, filters)).stories.map((story) => story.title);

test("a member sees live stories only, newest first", async () => {
  const actor = await makeReader();
  await makeStory(actor, { title: "draft" });
  await makeStory(actor, { title: "in review", state: "in_review", publishAt: minutes(-1) });
  await makeLiveStory(actor, { title: "archived", state: "archived" });
  await makeLiveStory(actor, { title: "tomorrow's", publishAt: minutes(1) });
  await makeLiveStory(actor, { title: "over this very moment", publishAt: minutes(-9), expiresAt: now });
  await makeLiveStory(actor, { title: "older", publishAt: minutes(-60) });
  await makeLiveStory(actor, { title: "from this moment on", publishAt: now });
  await makeLiveStory(actor, { title: "ends soon", publishAt: minutes(-30), expiresAt: minutes(1) });
  expect(await titles(actor)).toEqual(["from this moment on", "ends soon", "older"]);
});

test("a story for teams is for their members only", async () => {
  const author = await makeReader();
  const team = await makeTeam(author.organizationId);
  const other = await makeTeam(author.organizationId);
  const story = await makeLiveStory(author, { title: "for one team", audience: "teams" });
  await db
    .insert(storyTeams)
    .values({ organizationId: author.organizationId, storyId: story.id, teamId: team.id });
  const insider = await makeActor(author.organizationId, ["employee"], { teamId: team.id });
  const outsider = await makeActor(author.organizationId, ["employee"], { teamId: other.id });
  expect(await titles(insider)).toEqual(["for one team"]);
  expect(await titles(outsider)).toEqual([]);
  expect(await titles(author)).toEqual([]);
  await expect(getLiveStory(outsider, story.id)).rejects.toMatchObject({ code: "not_found" });
  expect((await getLiveStory(insider, story.id)).title).toBe("for one team");
});

test("pages follow each other without a gap or a repeat, over equal times and microseconds", async () => {
  const actor = await makeReader();
  const made = [];
  for (let index = 0; index < 30; index++)
    made.push(await makeLiveStory(actor, { publishAt: minutes(-Math.floor(index / 10)) }));
  await db.execute(
    `update stories set publish_at = publish_at - interval '1 microsecond' where id = '${made[3]?.id}'`,
  );
  const seen: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const page = await list(actor, cursor ? { cursor } : {});
    seen.push(...page.stories.map((story) => story.id));
    if (!page.nextCursor) break;
    cursor = page.nextCursor;
  }
  expect(seen).toHaveLength(30);
  expect(new Set(seen)).toEqual(new Set(made.map((story) => story.id)));
});

test.each([
  { search: "rain factory", finds: ["A factory that runs on rain"] },
  { search: "RAIN", finds: ["A factory that runs on rain"] },
  { search: "100%", finds: ["Now 100% recycled"] },
  { search: "%", finds: ["Now 100% recycled"] },
  { search: "snake_case", finds: ["On snake_case and other habits"] },
  { search: "_", finds: ["On snake_case and other habits"] },
  { search: "back\\slash", finds: ["A back\\slash in a title"] },
  { search: "🌧️", finds: ["Weather 🌧️ report"] },
  { search: "المستقبل", finds: ["أخبار المستقبل"] },
  { search: "site.example", finds: ["A factory that runs on rain"] },
  { search: "rain snake_case", finds: [] },
  { search: "'; drop table stories; --", finds: [] },
])("searching for $search finds $finds", async ({ search, finds }) => {
  const actor = await makeReader();
  await makeLiveStory(actor, { title: "A factory that runs on rain", siteName: "Site.example" });
  for (const title of [
    "Now 100% recycled",
    "On snake_case and other habits",
    "A back\\slash in a title",
    "Weather 🌧️ report",
    "أخبار المستقبل",
  ])
    await makeLiveStory(actor, { title });
  expect(await titles(actor, { q: search })).toEqual(finds);
});

test("the pages of a search follow each other by how well stories fit", async () => {
  const actor = await makeReader();
  for (let index = 0; index < 12; index++)
    await makeLiveStory(actor, { title: `Rain ${index}`, summary: "" });
  await makeLiveStory(actor, { title: "Weather", summary: "Some rain", publishAt: now });
  const first = await list(actor, { q: "rain" });
  const second = await list(actor, { q: "rain", cursor: first.nextCursor ?? "" });
  const seen = [...first.stories, ...second.stories].map((story) => story.title);
  expect(new Set(seen).size).toBe(13);
  expect(seen.at(-1)).toBe("Weather");
});

test("a search in bytes that no database takes finds nothing and breaks nothing", async () => {
  const actor = await makeReader();
  await makeLiveStory(actor);
  expect(await titles(actor, { q: "\u0000\ud800" })).toEqual([]);
});

test("a topic filters the feed, and only topics of live stories are offered", async () => {
  const actor = await makeReader();
  const { organizationId } = actor;
  const topic = await makeTopic(organizationId, { name: "Water" });
  await makeTopic(organizationId, { name: "Unused" });
  const story = await makeLiveStory(actor, { title: "wet" });
  await makeLiveStory(actor, { title: "dry" });
  await db.insert(storyTopics).values({ organizationId, storyId: story.id, topicId: topic.id });
  expect(await titles(actor, { topic: topic.id })).toEqual(["wet"]);
  expect(await titles(actor, { topic: newId() })).toEqual([]);
  expect(await listLiveTopics(actor)).toEqual([{ id: topic.id, name: "Water", isFollowed: false }]);
  expect((await getLiveStory(actor, story.id)).topics).toEqual([
    { id: topic.id, name: "Water", isFollowed: false },
  ]);
});

test("a confirmed share marks the story for its own member; an intended one does not", async () => {
  const actor = await makeReader();
  const colleague = await makeActor(actor.organizationId);
  const shared = await makeLiveStory(actor, { title: "shared" });
  const intended = await makeLiveStory(actor, { title: "intended" });
  await makeShare(actor, shared.id, "confirmed");
  await makeShare(actor, intended.id, "intended");
  const marked = async (of: MemberActor) =>
    (await list(of)).stories.filter((story) => story.isSharedByMe).map((story) => story.title);
  expect(await marked(actor)).toEqual(["shared"]);
  expect(await marked(colleague)).toEqual([]);
});

test("who suggested a story is credited, and its end is said in the organization's days", async () => {
  vi.spyOn(clock, "now").mockReturnValue(now);
  const organization = await makeOrganization({ name: "Acme", timeZone: "Pacific/Auckland" });
  const actor = await makeActor(organization.id, ["employee"], { name: "Grace Hopper" });
  await makeLiveStory(actor, { suggestedById: actor.memberId, expiresAt: new Date("2026-11-24T12:00:00Z") });
  const [story] = (await list(actor)).stories;
  expect(story).toMatchObject({ suggestedBy: "Grace Hopper", source: "Acme", expiry: "until tomorrow" });
});

test("another organization's stories are not there", async () => {
  const actor = await makeReader();
  const foreigner = await makeForeignActor();
  const story = await makeLiveStory(actor);
  expect(await titles(foreigner)).toEqual([]);
  expect(await titles(foreigner, { cursor: story.id })).toEqual([]);
  expect(await listLiveTopics(foreigner)).toEqual([]);
  await expect(getLiveStory(foreigner, story.id)).rejects.toMatchObject({ code: "not_found" });
});

test("what is new counts from the visit before, until 30 minutes have passed", async () => {
  const actor = await makeReader();
  expect(await getFeedVisit(actor)).toMatchObject({ newSince: null, isDue: true });
  await recordFeedVisit(actor);
  expect(await getFeedVisit(actor)).toMatchObject({ newSince: null, isDue: false });
  vi.spyOn(clock, "now").mockReturnValue(minutes(60 * 24));
  const expected = { at: now.toISOString(), day: "yesterday" };
  expect(await getFeedVisit(actor)).toMatchObject({ newSince: expected, isDue: true });
  await recordFeedVisit(actor);
  await recordFeedVisit(actor);
  expect(await getFeedVisit(actor)).toMatchObject({ newSince: expected, isDue: false });
});

async function makeShare(actor: MemberActor, storyId: string, state: "intended" | "confirmed") {
  const { organizationId, memberId } = actor;
  const times = { intendedAt: now, confirmedAt: state === "confirmed" ? now : null };
  await db.insert(shares).values({
    ...{ organizationId, memberId, storyId, state, ...times },
    network: "linkedin",
    text: "Worth reading",
    similarity: 0,
    requestId: newId(),
  });
}

test("the feed for somebody who follows topics has those and whatever has none; everything, a topic or a search has all", async () => {
  const actor = await makeReader();
  const { organizationId } = actor;
  const [water, steel] = [await makeTopic(organizationId), await makeTopic(organizationId)];
  const carrying = async (title: string, ...carried: { id: string }[]) => {
    const { id: storyId } = await makeLiveStory(actor, { title });
    for (const { id: topicId } of carried)
      await db.insert(storyTopics).values({ organizationId, storyId, topicId });
  };
  await carrying("without a topic");
  await carrying("water", water);
  await carrying("steel", steel);
  await carrying("both", water, steel);
  const sorted = async (filters: Record<string, string> = {}) => (await titles(actor, filters)).sort();

  expect(await sorted()).toEqual(["both", "steel", "water", "without a topic"]);
  await followTopic(actor, { topicId: water.id, follows: true });
  expect(await sorted()).toEqual(["both", "water", "without a topic"]);
  expect(await sorted({ view: "all" })).toEqual(["both", "steel", "water", "without a topic"]);
  expect(await sorted({ topic: steel.id })).toEqual(["both", "steel"]);
  expect(await sorted({ q: "steel" })).toEqual(["steel"]);
  expect((await getFeedVisit(actor)).followsTopics).toBe(true);
});
