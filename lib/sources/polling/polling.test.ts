import { gzipSync } from "node:zlib";
import { and, eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { sourceItems, sources } from "#db/schema/sources.ts";
import { stories } from "#db/schema/stories.ts";
import { topicApprovers } from "#db/schema/topics.ts";
import { type MemberActor, systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { makeActor, makeLiveStory, makeOrganization, makeTopic } from "#lib/test/factories.ts";
import { type FeedSite, rss, startFeedSite, type ToldItem } from "#lib/test/feed-site.ts";
import { soakSources } from "#lib/test/source-soak/soak-sources.ts";
import { addSource, pauseSource, removeSource } from "../mutations.ts";
import type { AddSourceInput } from "../schemas.ts";
import { pollSource } from "./mutations.ts";
import { listDueSources } from "./queries.ts";

const sites: FeedSite[] = [];
afterEach(async () => {
  for (const site of sites.splice(0)) await site.close();
});

const itemsUpTo = (count: number, from = 1): ToldItem[] =>
  Array.from({ length: count }, (_, index) => {
    const number = from + count - 1 - index;
    return {
      guid: `guid ${number}`,
      link: `https://blog.acme.test/${number}`,
      title: `Item ${number}`,
      text: "It rained on the factory.",
    };
  });

/** A site whose feed is whatever it tells at the moment. */
async function startTelling(items: ToldItem[]) {
  const told = {
    items,
    answer: null as null | Parameters<typeof startFeedSite>[0],
    asked: [] as (string | undefined)[],
  };
  const site = await startFeedSite((request, response) => {
    if (request.url !== "/feed") return void response.writeHead(404).end();
    told.asked.push(request.headers["if-none-match"]);
    if (told.answer) return void told.answer(request, response);
    response.setHeader("Content-Type", "application/rss+xml").end(rss("Acme blog", told.items));
  });
  sites.push(site);
  return Object.assign(told, { feedUrl: `${site.origin}/feed` });
}

const settings = {
  name: "Acme blog",
  language: "en",
  mode: "propose",
  dailyCap: 5,
  everyMinutes: 60,
  topicIds: [],
} as const;

const add = (actor: MemberActor, feedUrl: string, values: Partial<AddSourceInput> = {}) =>
  addSource(actor, { ...settings, topicIds: [], feedUrl, ...values });

const makeCurator = async () => makeActor((await makeOrganization()).id, ["curator"]);

const poll = ({ organizationId }: MemberActor, sourceId: string) =>
  pollSource(systemActor(organizationId, "poll"), sourceId, { isAskedFor: true });

const statesOf = async ({ organizationId }: MemberActor) => {
  const rows = await db.select().from(sourceItems).where(eq(sourceItems.organizationId, organizationId));
  return Object.fromEntries(rows.map(({ title, state }) => [title, state]));
};

const rowOf = async ({ organizationId }: MemberActor, id: string) => {
  const [row] = await db
    .select()
    .from(sources)
    .where(and(eq(sources.organizationId, organizationId), eq(sources.id, id)));
  if (!row) throw new Error("there is such a source");
  return row;
};

const waitingOf = async (actor: MemberActor) =>
  Object.values(await statesOf(actor)).filter((state) => state === "waiting").length;

test("of a new source the newest ten items wait, and later every new one once", async () => {
  const curator = await makeCurator();
  const told = await startTelling(itemsUpTo(14));
  const { sourceId, arrived } = await add(curator, told.feedUrl);
  expect(arrived).toBe(10);
  expect(await statesOf(curator)).toMatchObject({
    "Item 14": "waiting",
    "Item 5": "waiting",
    "Item 4": "known",
  });

  told.items = [...itemsUpTo(2, 15), ...itemsUpTo(14)].toReversed();
  expect(await poll(curator, sourceId)).toEqual({ arrived: 2, made: 0, error: null });
  expect(await poll(curator, sourceId)).toMatchObject({ arrived: 0 });
  told.items = itemsUpTo(16).map((item) => ({
    ...item,
    guid: `renamed ${item.guid}`,
    link: `${item.link}?utm_source=rss#top`,
  }));
  expect(await poll(curator, sourceId)).toMatchObject({ arrived: 0 });
  told.items = itemsUpTo(16).map((item) => ({ ...item, link: `${item.link}/moved` }));
  expect(await poll(curator, sourceId)).toMatchObject({ arrived: 0 });
});

test("what another source brought, or the library has, does not wait again; another organization has its own", async () => {
  const [curator, foreigner] = [await makeCurator(), await makeCurator()];
  await makeLiveStory(curator, { url: "http://www.blog.acme.test/2/?utm_medium=mail" });
  const [told, again] = [
    await startTelling(itemsUpTo(3)),
    await startTelling(itemsUpTo(4).map((item) => ({ ...item, guid: item.link }))),
  ];

  expect((await add(curator, told.feedUrl)).arrived).toBe(2);
  expect((await add(curator, again.feedUrl)).arrived).toBe(1);
  expect(await statesOf(curator)).toEqual({
    "Item 1": "waiting",
    "Item 2": "known",
    "Item 3": "waiting",
    "Item 4": "waiting",
  });
  expect((await add(foreigner, again.feedUrl)).arrived).toBe(4);
});

test("a feed that did not change is not read again", async () => {
  const curator = await makeCurator();
  const told = await startTelling(itemsUpTo(1));
  told.answer = (request, response) => {
    if (request.headers["if-none-match"] === '"one"') response.writeHead(304).end();
    else response.writeHead(200, { "Content-Type": "text/xml", ETag: '"one"' }).end(rss("A", told.items));
  };
  const { sourceId } = await add(curator, told.feedUrl);
  told.items = itemsUpTo(2);

  expect(await poll(curator, sourceId)).toEqual({ arrived: 0, made: 0, error: null });
  expect(told.asked).toEqual([undefined, '"one"']);
});

const bigFeed = rss("A", []).replace(
  "</channel>",
  `<item><title>x</title><description>${"a".repeat(50_000_000)}</description></item></channel>`,
);

test.each<{ name: string; says: string; answer: Parameters<typeof startFeedSite>[0] }>([
  {
    name: "an error",
    says: "has trouble just now: it answered 500",
    answer: (_, response) => response.writeHead(500).end(),
  },
  {
    name: "nothing there",
    says: "no page at that address",
    answer: (_, response) => response.writeHead(404).end(),
  },
  {
    name: "bad XML",
    says: "does not hold together",
    answer: (_, response) => response.setHeader("Content-Type", "text/xml").end(rss("A", []).slice(0, -9)),
  },
  {
    name: "a web page",
    says: "holds a web page, not a feed",
    answer: (_, response) => response.setHeader("Content-Type", "text/html").end("<!doctype html><p>Hello"),
  },
  {
    name: "a picture",
    says: "not a feed: it holds image/png",
    answer: (_, response) => response.setHeader("Content-Type", "image/png").end("x"),
  },
  {
    name: "50 MB",
    says: "larger than 10 MB",
    answer: (_, response) => response.setHeader("Content-Type", "text/xml").end(bigFeed),
  },
  {
    name: "50 MB in a small packing",
    says: "larger than 10 MB",
    answer: (_, response) =>
      response
        .writeHead(200, { "Content-Type": "text/xml", "Content-Encoding": "gzip" })
        .end(gzipSync(bigFeed)),
  },
  {
    name: "an endless redirect",
    says: "more than 5 times",
    answer: (_, response) => response.writeHead(302, { Location: "/feed" }).end(),
  },
  {
    name: "a way into the network",
    says: "private network",
    answer: (_, response) => response.writeHead(302, { Location: "http://169.254.169.254/" }).end(),
  },
])("$name is the source's own error, in words, and the next source goes on", async ({ says, answer }) => {
  const curator = await makeCurator();
  const [bad, good] = [await startTelling([]), await startTelling(itemsUpTo(1))];
  bad.answer = answer;

  const { sourceId, error } = await add(curator, bad.feedUrl);

  expect(error).toContain(says);
  expect(await rowOf(curator, sourceId)).toMatchObject({
    failures: 1,
    lastError: error,
    lastSucceededAt: null,
    pollingUntil: null,
  });
  expect((await add(curator, good.feedUrl)).arrived).toBe(1);
});

test("a private address is not asked", async () => {
  const { error } = await add(await makeCurator(), "http://10.0.0.1/feed");
  expect(error).toContain("private network");
});

test("a source that fails is left alone for longer, at least as long as its server asks, and is well again after one success", async () => {
  const curator = await makeCurator();
  const told = await startTelling(itemsUpTo(1));
  told.answer = (_, response) => response.writeHead(503, { "Retry-After": "36000" }).end();
  const { sourceId } = await add(curator, told.feedUrl);
  const hours = async () =>
    ((await rowOf(curator, sourceId)).nextPollAt.getTime() - clock.now().getTime()) / 3_600_000;
  expect(await hours()).toBeGreaterThan(9.9);

  told.answer = null;
  await poll(curator, sourceId);
  expect(await rowOf(curator, sourceId)).toMatchObject({ failures: 0, lastError: null });
  expect(await hours()).toBeLessThan(1.1);
});

test("curators and admins are told once when a source has failed for three days", async () => {
  const curator = await makeCurator();
  const employee = await makeActor(curator.organizationId, ["employee"]);
  const told = await startTelling([]);
  told.answer = (_, response) => response.writeHead(500).end();
  const { sourceId } = await add(curator, told.feedUrl);
  const toldTo = async () =>
    (await db.select().from(notices).where(eq(notices.organizationId, curator.organizationId))).map(
      ({ memberId }) => memberId,
    );
  await poll(curator, sourceId);
  await poll(curator, sourceId);
  expect(await toldTo()).toEqual([]);

  const later = new Date(clock.now().getTime() + 4 * 86_400_000);
  vi.spyOn(clock, "now").mockReturnValue(later);
  await poll(curator, sourceId);
  await poll(curator, sourceId);
  expect(await toldTo()).toEqual([curator.memberId]);
  expect(await toldTo()).not.toContain(employee.memberId);
});

test("who was killed while polling lets go after a while, and writes nothing once somebody else holds the source", async () => {
  const curator = await makeCurator();
  const told = await startTelling(itemsUpTo(1));
  const { sourceId } = await add(curator, told.feedUrl);
  told.items = itemsUpTo(2);
  const ofSource = and(eq(sources.organizationId, curator.organizationId), eq(sources.id, sourceId));
  await db
    .update(sources)
    .set({ pollingUntil: new Date(clock.now().getTime() + 60_000) })
    .where(ofSource);
  expect(await poll(curator, sourceId)).toBeNull();

  await db
    .update(sources)
    .set({ pollingUntil: new Date(0) })
    .where(ofSource);
  told.answer = async (_, response) => {
    told.answer = null;
    await db
      .update(sources)
      .set({ pollingUntil: new Date(0) })
      .where(ofSource);
    await poll(curator, sourceId);
    response.setHeader("Content-Type", "text/xml").end(rss("A", itemsUpTo(9)));
  };
  expect(await poll(curator, sourceId)).toBeNull();
  expect(Object.keys(await statesOf(curator))).toHaveLength(2);
});

test("neither a paused nor a removed source is due, nor one whose time has not come", async () => {
  const curator = await makeCurator();
  const [one, other, third] = [await startTelling([]), await startTelling([]), await startTelling([])];
  const ids = [
    await add(curator, one.feedUrl),
    await add(curator, other.feedUrl),
    await add(curator, third.feedUrl),
  ].map(({ sourceId }) => sourceId);
  const due = async () =>
    (await listDueSources())
      .flatMap(({ sources }) => sources.map(({ id }) => id))
      .filter((id) => ids.includes(id));
  expect(await due()).toEqual([]);
  const [paused = "", removed = "", left = ""] = ids;
  await pauseSource(curator, { sourceId: paused });
  await removeSource(curator, { sourceId: removed });
  await db
    .update(sources)
    .set({ nextPollAt: new Date(0) })
    .where(eq(sources.organizationId, curator.organizationId));
  expect(await due()).toEqual([left]);
});

test("a source that drafts makes stories of what comes after it was added, up to its cap in a day of the organization", async () => {
  const { id: organizationId } = await makeOrganization({ timeZone: "Asia/Tokyo" });
  const curator = await makeActor(organizationId, ["curator"]);
  const told = await startTelling(itemsUpTo(3));
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-23T14:00:00Z"));
  const { sourceId, made } = await add(curator, told.feedUrl, { mode: "draft", dailyCap: 2 });
  expect(made).toBe(0);

  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-23T14:30:00Z"));
  told.items = itemsUpTo(8);
  expect(await poll(curator, sourceId)).toMatchObject({ arrived: 5, made: 2 });
  expect(await poll(curator, sourceId)).toMatchObject({ made: 0 });
  // Midnight in Tokyo.
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-23T15:00:00Z"));
  expect(await poll(curator, sourceId)).toMatchObject({ made: 2 });
  const made4 = await db.select().from(stories).where(eq(stories.organizationId, organizationId));
  expect(made4.map(({ state, authorId }) => [state, authorId])).toEqual(
    Array(4).fill(["draft", curator.memberId]),
  );
  expect(await waitingOf(curator)).toBe(4);
}, 40_000);

test("a source that approves puts stories into the feed, and those with a required approver before that approver", async () => {
  const { id: organizationId } = await makeOrganization();
  const admin = await makeActor(organizationId, ["admin"]);
  const [free, finance] = [await makeTopic(organizationId), await makeTopic(organizationId)];
  await db.insert(topicApprovers).values({ organizationId, topicId: finance.id, memberId: admin.memberId });
  const states = async () =>
    Object.fromEntries(
      (await db.select().from(stories).where(eq(stories.organizationId, organizationId))).map(
        ({ title, state }) => [title, state],
      ),
    );

  const [told, careful] = [await startTelling(itemsUpTo(1)), await startTelling(itemsUpTo(1, 20))];
  const one = await add(admin, told.feedUrl, { mode: "approve", topicIds: [free.id] });
  const other = await add(admin, careful.feedUrl, { mode: "approve", topicIds: [free.id, finance.id] });
  told.items = itemsUpTo(2);
  careful.items = itemsUpTo(2, 20);
  await poll(admin, one.sourceId);
  await poll(admin, other.sourceId);

  expect(await states()).toEqual({ "Item 2": "approved", "Item 21": "in_review" });
});

test("a soak of 30 sources with faults loses no source, brings every item, and none twice", async () => {
  const figures = await soakSources({ sources: 30, rounds: 8 });

  expect(figures).toMatchObject({ lost: 0, twice: 0, behind: 0 });
  expect(figures.failed).toBeGreaterThan(50);
  expect(figures.unchanged).toBeGreaterThan(0);
}, 40_000);
