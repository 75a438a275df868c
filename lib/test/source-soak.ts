import type { IncomingMessage, ServerResponse } from "node:http";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { sourceItems, sources } from "#db/schema/sources.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { makeSlots } from "#lib/jobs/slots.ts";
import { pollSource } from "#lib/sources/polling/mutations.ts";
import { listDueSources } from "#lib/sources/polling/queries.ts";
import { makeActor, makeOrganization } from "./factories.ts";
import { type FeedSite, rss, startFeedSite, type ToldItem } from "./feed-site.ts";

const faults = [
  "none",
  "none",
  "none",
  "500",
  "503",
  "silence",
  "drip",
  "garbage",
  "page",
  "cut",
  "renamed",
  "shuffled",
  "loop",
] as const;
type Fault = (typeof faults)[number];

type ToldSource = { id: string; items: ToldItem[]; fault: Fault; round: number };

export type SoakFigures = {
  sources: number;
  rounds: number;
  polls: number;
  failed: number;
  unchanged: number;
  /** Items that feeds told of and that no row has. */
  lost: number;
  /** Rows beyond one for each item. */
  twice: number;
  /** Sources that the last round, without faults, did not bring up to date. */
  behind: number;
  seconds: number;
  /** JavaScript heap after a tenth, half and all of the rounds. */
  heapMegabytes: number[];
};

const hourMs = 3_600_000;
const window = 40;

/**
 * Polls sources that are served on loopback round after round, a good part of them with a fault each time: what a year of
 * other people's servers does to us. Each round is a day later than the last, so that nobody backs off past it.
 */
export async function soakSources({
  sources: count,
  rounds,
  seed = 1,
}: {
  sources: number;
  rounds: number;
  seed?: number;
}): Promise<SoakFigures> {
  const startedAt = performance.now();
  const random = randomFrom(seed);
  const told: ToldSource[] = Array.from({ length: count }, () => ({
    id: newId(),
    items: [],
    fault: "none",
    round: 0,
  }));
  const counted = { polls: 0, failed: 0, unchanged: 0 };
  const sites: FeedSite[] = [];
  const realNow = clock.now;
  let movedMs = 0;
  clock.now = () => new Date(realNow().getTime() + movedMs);
  try {
    const siteCount = Math.ceil(count / 10);
    for (let each = 0; each < siteCount; each += 1)
      sites.push(await startFeedSite((request, response) => answer(told, request, response, counted)));
    const organizationIds = await addSources(told, sites);
    const heapMegabytes: number[] = [];
    for (let round = 1; round <= rounds + 1; round += 1) {
      movedMs += 25 * hourMs;
      for (const source of told)
        publish(source, round > rounds ? "none" : pick(faults, random), round, random);
      // The last round has no faults, so that a slow machine must not look like one.
      await pollAll(organizationIds, counted, round > rounds ? 10_000 : 300);
      if ([Math.ceil(rounds / 10), Math.ceil(rounds / 2), rounds].includes(round))
        heapMegabytes.push(heapNow());
    }
    return {
      ...{ sources: count, rounds, ...counted },
      ...(await compare(organizationIds, told)),
      seconds: Math.round((performance.now() - startedAt) / 1000),
      heapMegabytes,
    };
  } finally {
    clock.now = realNow;
    await Promise.all(sites.map((site) => site.close()));
  }
}

async function addSources(told: ToldSource[], sites: FeedSite[]): Promise<Set<string>> {
  const organizations = [await makeOrganization(), await makeOrganization()];
  const actors = await Promise.all(organizations.map(({ id }) => makeActor(id, ["curator"])));
  for (const [index, { id }] of told.entries()) {
    const actor = actors[index % actors.length];
    const site = sites[index % sites.length];
    if (!actor || !site) throw new Error("there is an actor and a site");
    const feedUrl = `${site.origin}/${id}`;
    await db.insert(sources).values({
      ...{ id, name: id, feedUrl, addedById: actor.memberId, organizationId: actor.organizationId },
      ...{ nextPollAt: clock.now(), createdAt: clock.now() },
    });
  }
  return new Set(organizations.map(({ id }) => id));
}

/** Up to two new items, some of which another source tells of too. */
function publish(source: ToldSource, fault: Fault, round: number, random: () => number): void {
  source.fault = fault;
  source.round = round;
  const news = round === 1 ? 15 : Math.floor(random() * 3);
  for (let each = 0; each < news; each += 1) {
    const guid = newId();
    source.items.unshift({
      guid,
      link: `https://acme.test/${source.id}/${guid}?utm_source=rss`,
      title: `Item ${guid}`,
      text: "It rained. ".repeat(20),
    });
  }
}

async function pollAll(
  organizationIds: Set<string>,
  counted: { polls: number; failed: number },
  totalMs: number,
): Promise<void> {
  const slots = makeSlots(10);
  for (const { sources: ofSite } of await listDueSources())
    await slots.begin(async () => {
      for (const { organizationId, id } of ofSite) {
        if (!organizationIds.has(organizationId)) continue;
        const fetch = { totalMs, connectMs: totalMs };
        const polled = await pollSource(systemActor(organizationId, "poll"), id, { fetch });
        counted.polls += 1;
        if (polled?.error) counted.failed += 1;
      }
    });
  await slots.settled();
}

function answer(
  told: ToldSource[],
  { url = "", headers }: IncomingMessage,
  response: ServerResponse,
  counted: { unchanged: number },
): void {
  const source = told.find(({ id }) => url.endsWith(id));
  if (!source) return void response.writeHead(404).end();
  const items = source.items.slice(0, window);
  const etag = `"${items[0]?.guid}"`;
  const feed = (shown: ToldItem[]) => rss(source.id, shown);
  const send = (body: string) =>
    response.writeHead(200, { "Content-Type": "application/rss+xml", ETag: etag }).end(body);
  if (source.fault === "500") return void response.writeHead(500).end("sorry");
  if (source.fault === "503") return void response.writeHead(503, { "Retry-After": "7200" }).end();
  if (source.fault === "silence") return;
  if (source.fault === "drip") return void drip(response, feed(items));
  if (source.fault === "garbage") return void send(Buffer.from(etag.repeat(50)).toString("base64"));
  if (source.fault === "page")
    return void response
      .writeHead(200, { "Content-Type": "text/html" })
      .end("<!doctype html><p>Be right back");
  if (source.fault === "cut") return void send(feed(items).slice(0, -40));
  if (source.fault === "loop") return void response.writeHead(302, { Location: url }).end();
  if (source.fault === "renamed")
    return void send(feed(items.map((item) => ({ ...item, guid: `${item.guid}-${source.round}` }))));
  if (source.fault === "shuffled") return void send(feed(items.toReversed()));
  if (headers["if-none-match"] === etag) {
    counted.unchanged += 1;
    return void response.writeHead(304).end();
  }
  send(feed(items));
}

/** A letter now and then, for longer than anybody waits. */
function drip(response: ServerResponse, body: string): void {
  response.writeHead(200, { "Content-Type": "application/rss+xml" });
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body[sent] ?? " ");
    sent += 1;
  }, 50);
  response.on("close", () => clearInterval(timer));
}

async function compare(organizationIds: Set<string>, told: ToldSource[]) {
  let [lost, twice, behind] = [0, 0, 0];
  for (const organizationId of organizationIds) {
    const rows = await db
      .select({ id: sources.id, lastError: sources.lastError, title: sourceItems.title })
      .from(sources)
      .leftJoin(
        sourceItems,
        and(eq(sourceItems.organizationId, sources.organizationId), eq(sourceItems.sourceId, sources.id)),
      )
      .where(eq(sources.organizationId, organizationId));
    const bySource = Map.groupBy(rows, ({ id }) => id);
    for (const source of told.filter(({ id }) => bySource.has(id))) {
      const titles = (bySource.get(source.id) ?? []).map(({ title }) => title);
      const present = new Set(titles);
      lost += source.items.filter(({ title }) => !present.has(title)).length;
      twice += titles.length - present.size;
      if (bySource.get(source.id)?.[0]?.lastError) behind += 1;
    }
  }
  return { lost, twice, behind };
}

function heapNow(): number {
  globalThis.gc?.();
  return Math.round(process.memoryUsage().heapUsed / 1e5) / 10;
}

const pick = <Value>(values: readonly Value[], random: () => number): Value => {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new Error("there is nothing to pick from");
  return value;
};

/** The same numbers each time: mulberry32. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
