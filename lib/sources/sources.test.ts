import { eq } from "drizzle-orm";
import sharp from "sharp";
import { afterEach, expect, test } from "vitest";
import { db } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { getStory } from "#lib/stories/queries.ts";
import { makeActor, makeForeignActor, makeOrganization, makeTopic } from "#lib/test/factories.ts";
import { type FeedSite, rss, startFeedSite } from "#lib/test/feed-site.ts";
import { outcomeOf } from "#lib/test/outcome-of.ts";
import { findFeeds } from "./finding/queries.ts";
import { dismissItem, makeStory, restoreItem } from "./items/mutations.ts";
import { listItems } from "./items/queries.ts";
import {
  addSource,
  editSource,
  pauseSource,
  pollSourceNow,
  removeSource,
  restoreSource,
  resumeSource,
} from "./mutations.ts";
import { getSourceChoices, listSources } from "./queries.ts";
import { findFeedsInput } from "./schemas.ts";

const sites: FeedSite[] = [];
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
});

const picture = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#3a6b7c" } })
  .jpeg()
  .toBuffer();

/** A company's blog: its page names two feeds, one article has a picture. */
async function startBlog(): Promise<FeedSite> {
  const site = await startFeedSite((request, response) => {
    const send = (type: string, body: string | Buffer) => response.setHeader("Content-Type", type).end(body);
    if (request.url === "/")
      send(
        "text/html",
        '<link rel="alternate" type="application/rss+xml" href="/feed"><link rel="alternate" type="application/rss+xml" href="/jobs">',
      );
    else if (request.url === "/feed") send("text/html", rss("The blog", [article(site.origin)]));
    else if (request.url === "/jobs") send("application/rss+xml", rss("Jobs", []));
    else if (request.url === "/rain")
      send(
        "text/html",
        '<meta property="og:site_name" content="The Meridian"><meta property="og:image" content="/rain.jpg"><meta property="og:image:alt" content="A wet roof">',
      );
    else if (request.url === "/rain.jpg") send("image/jpeg", picture);
    else if (request.url === "/quiet") send("text/html", "<p>Nothing here");
    else response.writeHead(404).end();
  });
  sites.push(site);
  return site;
}

const article = (origin: string) => ({
  guid: "1",
  link: `${origin}/rain`,
  title: "A factory that runs on rain",
  text: `Three million litres of rain fell on one old roof last year. ${"The team refused to buy any water. ".repeat(30)}`,
});

const settings = {
  name: "The blog",
  language: "en",
  mode: "propose" as const,
  dailyCap: 5,
  everyMinutes: 60,
  topicIds: [] as string[],
};

async function makeQueue(values: Partial<typeof settings> = {}, organization = {}) {
  const curator = await makeActor((await makeOrganization(organization)).id, ["curator"]);
  const site = await startBlog();
  const { sourceId } = await addSource(curator, { ...settings, ...values, feedUrl: `${site.origin}/feed` });
  const [item] = (await listItems(curator, {})).items;
  if (!item) throw new Error("an item waits");
  return { curator, sourceId, itemId: item.id, site };
}

test("a site's address leads to the feeds that its page names, a feed's address to itself", async () => {
  const curator = await makeActor((await makeOrganization()).id, ["curator"]);
  const { origin } = await startBlog();
  const found = async (address: string) => findFeeds(curator, { address });

  expect((await found(origin)).feeds.map(({ title, feedUrl }) => [title, feedUrl])).toEqual([
    ["The blog", `${origin}/feed`],
    ["Jobs", `${origin}/jobs`],
  ]);
  expect(await found(`${origin}/feed`)).toMatchObject({
    feeds: [{ itemCount: 1, newest: "A factory that runs on rain", knownAs: null }],
  });
  // Its page names none; the usual place has one.
  expect(await found(`${origin}/quiet`)).toMatchObject({ feeds: [{ feedUrl: `${origin}/feed` }] });
});

test("what is typed without a scheme is an address, too", () => {
  expect(findFeedsInput.parse({ address: " blog.acme.test/news " }).address).toBe(
    "https://blog.acme.test/news",
  );
  expect(findFeedsInput.safeParse({ address: "javascript:alert(1)" }).success).toBe(false);
});

test("an item becomes a draft with its picture, summary, topics and captions that fit and differ", async () => {
  const topic = { id: "" };
  const { curator, itemId, sourceId, site } = await makeQueue(
    {},
    { requiresDisclosure: true, disclosure: "#AcmeEmployee" },
  );
  topic.id = (await makeTopic(curator.organizationId)).id;
  await editSource(curator, { ...settings, sourceId, language: "de", topicIds: [topic.id] });

  const { storyId } = await makeStory(curator, { itemId });

  const story = await getStory(curator, storyId);
  expect(story).toMatchObject({
    ...{ state: "draft", kind: "link", title: "A factory that runs on rain", url: `${site.origin}/rain` },
    ...{ siteName: "The Meridian", language: "de", topicIds: [topic.id], imageAlt: "A wet roof" },
  });
  expect(story.imageId).not.toBeNull();
  expect(story.captions.map(({ network, text }) => [network, text])).toEqual([
    ["linkedin", expect.stringMatching(/^A factory that runs on rain\n\nThree million litres .*water\.$/s)],
    ["x", "Three million litres of rain fell on one old roof last year."],
  ]);
  expect((await listItems(curator, {})).items).toEqual([]);
  expect(await makeStory(curator, { itemId })).toEqual({ storyId });
});

test("two curators who make a story of the same item at once get the same one", async () => {
  const { curator, itemId } = await makeQueue();
  const colleague = await makeActor(curator.organizationId, ["curator"]);

  const [one, other] = await Promise.all([makeStory(curator, { itemId }), makeStory(colleague, { itemId })]);

  expect(one).toEqual(other);
  const made = await db.select().from(stories).where(eq(stories.organizationId, curator.organizationId));
  expect(made).toHaveLength(1);
});

test("a dismissed item comes back, and one that became a story cannot be dismissed", async () => {
  const { curator, itemId } = await makeQueue();
  await dismissItem(curator, { itemId });
  expect((await listItems(curator, {})).items).toEqual([]);
  await restoreItem(curator, { itemId });
  expect((await listItems(curator, {})).items).toHaveLength(1);
  await makeStory(curator, { itemId });
  expect(await outcomeOf(dismissItem(curator, { itemId }))).toContain("conflict");
});

test("a source is paused, resumed, removed and brought back; adding it again is the same one", async () => {
  const { curator, sourceId, site } = await makeQueue();
  await pauseSource(curator, { sourceId });
  expect(await listSources(curator)).toMatchObject([{ isPaused: true, waiting: 1 }]);
  await resumeSource(curator, { sourceId });
  await removeSource(curator, { sourceId });
  expect(await listSources(curator)).toEqual([]);
  expect((await listItems(curator, {})).items).toEqual([]);
  await restoreSource(curator, { sourceId });
  expect(await listSources(curator)).toMatchObject([{ isPaused: false, waiting: 1 }]);

  const feedUrl = `${site.origin}/feed`;
  expect(await outcomeOf(addSource(curator, { ...settings, feedUrl }))).toContain(
    "conflict: That feed is here already",
  );
  await removeSource(curator, { sourceId });
  expect(await addSource(curator, { ...settings, feedUrl })).toMatchObject({ sourceId, arrived: 0 });
});

test("where nobody approves their own stories, only an admin lets a source approve by itself", async () => {
  const { curator, sourceId } = await makeQueue();
  const admin = await makeActor(curator.organizationId, ["admin"]);
  const approving = { ...settings, sourceId, mode: "approve" as const };

  expect(await outcomeOf(editSource(curator, approving))).toContain("forbidden: Here nobody approves");
  await editSource(admin, approving);
  // Naming it anew, or making it do less, takes no admin.
  await editSource(curator, { ...approving, name: "The blog of Acme", dailyCap: 2 });
  expect(await outcomeOf(editSource(curator, { ...approving, dailyCap: 50 }))).toContain("forbidden");
  expect(await getSourceChoices(curator)).toMatchObject({ canLetApprove: false });
});

const acts: [string, (actor: MemberActor, ids: { sourceId: string; itemId: string }) => Promise<unknown>][] =
  [
    ["edit", (actor, { sourceId }) => editSource(actor, { ...settings, sourceId })],
    ["pause", (actor, { sourceId }) => pauseSource(actor, { sourceId })],
    ["resume", (actor, { sourceId }) => resumeSource(actor, { sourceId })],
    ["remove", (actor, { sourceId }) => removeSource(actor, { sourceId })],
    ["bring back", (actor, { sourceId }) => restoreSource(actor, { sourceId })],
    ["poll", (actor, { sourceId }) => pollSourceNow(actor, { sourceId })],
    ["make a story of", (actor, { itemId }) => makeStory(actor, { itemId })],
    ["dismiss", (actor, { itemId }) => dismissItem(actor, { itemId })],
    ["restore", (actor, { itemId }) => restoreItem(actor, { itemId })],
  ];

test.each(acts)(
  "another organization's actor finds nothing to %s, and an employee may not",
  async (_, act) => {
    const { curator, ...ids } = await makeQueue();
    const employee = await makeActor(curator.organizationId, ["employee", "manager"]);

    expect(await outcomeOf(act(await makeForeignActor(), ids))).toContain("not_found");
    expect(await outcomeOf(act(employee, ids))).toContain("forbidden");
  },
);

test("an employee neither adds sources nor sees them, and topics are the organization's own", async () => {
  const { curator } = await makeQueue();
  const employee = await makeActor(curator.organizationId, ["employee", "manager"]);
  const topicIds = [(await makeTopic((await makeOrganization()).id)).id];

  for (const read of [
    listSources(employee),
    listItems(employee, {}),
    getSourceChoices(employee),
    findFeeds(employee, { address: "https://acme.test" }),
  ])
    expect(await outcomeOf(read)).toContain("forbidden");
  expect(await outcomeOf(addSource(employee, { ...settings, feedUrl: "https://acme.test/feed" }))).toContain(
    "forbidden",
  );
  expect(
    await outcomeOf(addSource(curator, { ...settings, topicIds, feedUrl: "https://acme.test/feed" })),
  ).toContain("invalid");
  const foreign = await makeForeignActor();
  expect([await listSources(foreign), (await listItems(foreign, {})).items]).toEqual([[], []]);
});
