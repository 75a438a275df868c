import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { links } from "#db/schema/links.ts";
import { organizations } from "#db/schema/organizations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { openShare } from "#lib/shares/mutations.ts";
import {
  makeActor,
  makeClick,
  makeForeignActor,
  makeLiveStory,
  makeOrganization,
  makeShare,
  makeStory,
} from "#lib/test/factories.ts";
import { closeCampaign, reopenCampaign } from "./closing/mutations.ts";
import { createCampaign, editCampaign } from "./mutations.ts";
import { countFigures, listTotals } from "./progress/queries.ts";
import { getCampaign, getCampaignChoices, getCampaignRow, getToday, listCampaigns } from "./queries.ts";
import { createCampaignInput } from "./schemas.ts";
import { addStory, removeStory } from "./stories/mutations.ts";
import { findStories } from "./stories/queries.ts";

const noon = (day: string) => new Date(`${day}T12:00Z`);

beforeEach(() => {
  vi.spyOn(clock, "now").mockReturnValue(noon("2026-11-23"));
});
afterEach(() => {
  vi.restoreAllMocks();
});

const fill = (values: Record<string, unknown> = {}) =>
  createCampaignInput.parse({
    id: newId(),
    name: "Warm without gas",
    startsOn: "2026-11-10",
    endsOn: "2026-11-29",
    ...values,
  });

const content = ({ id: campaignId, ...rest }: ReturnType<typeof fill>) => ({ ...rest, campaignId });

async function begin(values: Record<string, unknown> = {}) {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const { id } = await createCampaign(curator, fill(values));
  const figures = async () =>
    countFigures(curator, await getCampaignRow(db, curator, id), await getToday(curator));
  return { curator, id, figures };
}

async function confirm(curator: MemberActor, story: { id: string }, people: number, day = "2026-11-20") {
  const shared = [];
  for (let count = 0; count < people; count++) {
    const member = await makeActor(curator.organizationId);
    shared.push(await makeShare(member, story, { confirmedAt: noon(day), intendedAt: noon(day) }));
  }
  return shared;
}

test("a campaign is made once, however often its form is sent, and says where it stands", async () => {
  const { curator } = await begin();
  const form = fill({ name: "Six apprentices", startsOn: "2026-12-01", endsOn: "2026-12-24" });
  expect(await createCampaign(curator, form)).toEqual(await createCampaign(curator, form));
  const { campaigns } = await listCampaigns(curator, 1);
  expect(campaigns.map(({ name, phase }) => [name, phase])).toEqual([
    ["Warm without gas", "running"],
    ["Six apprentices", "coming"],
  ]);
});

test("two campaigns never share a name, nor does one end before it begins", async () => {
  const { curator } = await begin();
  await expect(createCampaign(curator, fill())).rejects.toMatchObject({ code: "conflict" });
  expect(() => fill({ startsOn: "2026-11-30" })).toThrow("The last day comes before the first.");
});

test("an audience of another organization cannot be chosen", async () => {
  const { curator } = await begin();
  const chosen = createCampaign(curator, fill({ name: "Other", audienceId: newId() }));
  await expect(chosen).rejects.toMatchObject({ code: "invalid" });
});

test("shares and counted clicks of its days and its stories count, and no others", async () => {
  const { curator, id, figures } = await begin();
  const story = await makeLiveStory(curator, { campaignId: id });
  const [link] = await confirm(curator, story, 5);
  const [early] = await confirm(curator, story, 1, "2026-11-09");
  await confirm(curator, await makeLiveStory(curator), 3);
  await makeShare(curator, story, { state: "withdrawn" });
  if (!link || !early) throw new Error("no link");
  await makeClick(link, { clickedAt: noon("2026-11-20") });
  await makeClick(link, { clickedAt: noon("2026-11-21"), counted: false, kind: "bot" });
  await makeClick(early, { clickedAt: noon("2026-11-09") });
  await makeClick(early, { clickedAt: noon("2026-11-22") });

  const counted = await figures();
  expect(counted).toMatchObject({
    clicks: 2,
    taking: { shares: 5, people: 5 },
    reportedShares: 0,
    stories: [{ id: story.id, figures: { shares: 5, clicks: 2 } }],
    otherStories: null,
  });
  expect(counted.days).toHaveLength(14);
  expect(counted.days.filter(({ clicks }) => clicks > 0)).toEqual([
    { day: "2026-11-20", clicks: 1 },
    { day: "2026-11-22", clicks: 1 },
  ]);
  const row = await getCampaignRow(db, curator, id);
  expect((await listTotals(curator, [row], "UTC")).get(id)).toEqual({
    clicks: 2,
    taking: { shares: 5, people: 5 },
  });
});

test("a day is the organization's day at both ends", async () => {
  const organization = await makeOrganization({ timeZone: "Pacific/Auckland" });
  const curator = await makeActor(organization.id, ["curator"]);
  const { id } = await createCampaign(curator, fill({ startsOn: "2026-11-20", endsOn: "2026-11-21" }));
  const story = await makeLiveStory(curator, { campaignId: id });
  // Auckland is thirteen hours ahead.
  for (const at of ["19T10:59", "19T11:00", "21T10:59", "21T11:00"]) {
    const confirmedAt = new Date(`2026-11-${at}Z`);
    const share = await makeShare(await makeActor(organization.id), story, { confirmedAt });
    await makeClick(share, { clickedAt: confirmedAt });
  }
  await confirm(curator, story, 3, "2026-11-20");
  const counted = await countFigures(curator, await getCampaignRow(db, curator, id), await getToday(curator));
  expect(counted).toMatchObject({ clicks: 2, taking: { shares: 5, people: 5 } });
  expect(counted.days).toEqual([
    { day: "2026-11-20", clicks: 1 },
    { day: "2026-11-21", clicks: 1 },
  ]);
});

test("under five people nothing but the number of clicks is told", async () => {
  const { curator, id, figures } = await begin();
  const story = await makeLiveStory(curator, { campaignId: id });
  const [link] = await confirm(curator, story, 4);
  if (!link) throw new Error("no link");
  await makeClick(link, { clickedAt: noon("2026-11-20") });
  expect(await figures()).toEqual({
    clicks: 1,
    taking: null,
    reportedShares: null,
    days: [],
    networks: null,
    stories: [{ id: story.id, title: story.title, figures: null }],
    otherStories: null,
  });
});

test("a story stands by itself only where five people are behind it and behind the rest", async () => {
  const { curator, id, figures } = await begin();
  const names = ["Many", "Few", "Fewer"];
  const [many, few, fewer] = await Promise.all(
    names.map((title) => makeLiveStory(curator, { title, campaignId: id })),
  );
  if (!many || !few || !fewer) throw new Error("no story");
  await confirm(curator, many, 6);
  await confirm(curator, few, 3);
  expect((await figures()).stories.map((story) => story.figures)).toEqual([null, null, null]);
  await confirm(curator, fewer, 2);
  const counted = await figures();
  expect(counted.stories.map(({ title, figures }) => [title, figures?.shares])).toEqual([
    ["Few", undefined],
    ["Fewer", undefined],
    ["Many", 6],
  ]);
  expect(counted.otherStories).toEqual({ count: 2, shares: 5, clicks: 0 });
});

test("a closed campaign keeps its figures, whatever is learned later, until it is reopened", async () => {
  const { curator, id } = await begin();
  const story = await makeLiveStory(curator, { campaignId: id });
  await confirm(curator, story, 5);
  await closeCampaign(curator, { campaignId: id, note: "We did well." });
  await confirm(curator, story, 1);

  const totals = async () => (await listCampaigns(curator, 1)).campaigns[0]?.totals.taking?.shares;
  expect(await totals()).toBe(5);
  expect(await getCampaign(curator, id)).toMatchObject({
    phase: "over",
    closing: { byName: "Ada Lovelace", note: "We did well." },
  });
  const again = closeCampaign(curator, { campaignId: id, note: "" });
  await expect(again).rejects.toMatchObject({ code: "conflict" });
  await reopenCampaign(curator, { campaignId: id });
  expect(await totals()).toBe(6);
  expect(await getCampaign(curator, id)).toMatchObject({ phase: "running", closing: null });
  await expect(reopenCampaign(curator, { campaignId: id })).rejects.toMatchObject({ code: "conflict" });
});

test("a closed campaign is not changed, nor are its stories", async () => {
  const { curator, id } = await begin();
  const inside = await makeStory(curator, { campaignId: id });
  const outside = await makeStory(curator);
  await closeCampaign(curator, { campaignId: id, note: "" });
  for (const change of [
    () => editCampaign(curator, content(fill({ id, name: "Other" }))),
    () => addStory(curator, { campaignId: id, storyId: outside.id }),
    () => removeStory(curator, { campaignId: id, storyId: inside.id }),
  ])
    await expect(change()).rejects.toMatchObject({ code: "conflict" });
});

test("a campaign that has not begun cannot be closed", async () => {
  const { curator, id } = await begin({ startsOn: "2026-11-24" });
  const closing = closeCampaign(curator, { campaignId: id, note: "" });
  await expect(closing).rejects.toMatchObject({ code: "conflict" });
});

test("stories are found by their words, put into a campaign and taken out again", async () => {
  const { curator, id } = await begin();
  const story = await makeStory(curator, { title: "A river warms 100% of a street" });
  await makeStory(curator, { title: "Another river" });
  await makeStory(await makeForeignActor(), { title: "A river of theirs" });
  expect(await findStories(curator, { id, q: "RIVER 100%" })).toMatchObject([{ id: story.id }]);

  await addStory(curator, { campaignId: id, storyId: story.id });
  await addStory(curator, { campaignId: id, storyId: story.id });
  expect(await findStories(curator, { id, q: "river" })).toMatchObject([{ title: "Another river" }]);
  await removeStory(curator, { campaignId: id, storyId: story.id });
  await removeStory(curator, { campaignId: id, storyId: story.id });
  expect(await findStories(curator, { id, q: "river" })).toHaveLength(2);
});

test("a link carries the campaign's own parameters, and keeps them when the campaign changes", async () => {
  const { curator, id } = await begin({ utmCampaign: "warm" });
  await db
    .update(organizations)
    .set({ utmSource: "herald", utmCampaign: "general" })
    .where(eq(organizations.id, curator.organizationId));
  const story = await makeLiveStory(curator, { campaignId: id, kind: "link", url: "https://acme.test/a" });
  const other = await makeLiveStory(curator, { kind: "link", url: "https://acme.test/b" });
  for (const { id: storyId } of [story, other]) await openShare(curator, { storyId, requestId: newId() });
  await editCampaign(curator, content(fill({ id, utmCampaign: "cold", utmSource: "acme" })));
  await openShare(curator, { storyId: story.id, requestId: newId() });

  const made = await db
    .select({ targetUrl: links.targetUrl })
    .from(links)
    .where(eq(links.organizationId, curator.organizationId))
    .orderBy(links.id);
  expect(made.map(({ targetUrl }) => targetUrl)).toEqual([
    "https://acme.test/a?utm_source=herald&utm_medium=employee&utm_campaign=warm",
    "https://acme.test/b?utm_source=herald&utm_medium=employee&utm_campaign=general",
    "https://acme.test/a?utm_source=acme&utm_medium=employee&utm_campaign=cold",
  ]);
});

test("another organization's curator finds no campaign", async () => {
  const { curator, id } = await begin();
  const story = await makeStory(curator);
  const foreigner = await makeForeignActor();
  const own = await makeStory(foreigner);
  for (const attempt of [
    () => getCampaign(foreigner, id),
    () => editCampaign(foreigner, content(fill({ id }))),
    () => closeCampaign(foreigner, { campaignId: id, note: "" }),
    () => reopenCampaign(foreigner, { campaignId: id }),
    () => addStory(foreigner, { campaignId: id, storyId: own.id }),
    () => removeStory(foreigner, { campaignId: id, storyId: own.id }),
    () => findStories(foreigner, { id, q: "" }),
    () => addStory(curator, { campaignId: id, storyId: own.id }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
  expect((await listCampaigns(foreigner, 1)).campaigns).toEqual([]);
  expect(story.campaignId).toBeNull();
});

test("employees and managers run no campaigns", async () => {
  const { curator, id } = await begin();
  const story = await makeStory(curator);
  const manager = await makeActor(curator.organizationId, ["employee", "manager"]);
  for (const attempt of [
    () => createCampaign(manager, fill({ name: "Mine" })),
    () => getCampaign(manager, id),
    () => getCampaignChoices(manager),
    () => listCampaigns(manager, 1),
    () => editCampaign(manager, content(fill({ id }))),
    () => closeCampaign(manager, { campaignId: id, note: "" }),
    () => reopenCampaign(manager, { campaignId: id }),
    () => addStory(manager, { campaignId: id, storyId: story.id }),
    () => removeStory(manager, { campaignId: id, storyId: story.id }),
    () => findStories(manager, { id, q: "" }),
  ])
    await expect(attempt()).rejects.toMatchObject({ code: "forbidden" });
});
