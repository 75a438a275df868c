import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { sources } from "#db/schema/sources.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { makeSlots } from "#lib/jobs/slots.ts";
import { pollSource } from "#lib/sources/polling/mutations.ts";
import { listDueSources } from "#lib/sources/polling/queries.ts";
import { makeActor, makeOrganization } from "../factories.ts";
import { type FeedSite, startFeedSite } from "../feed-site.ts";
import { Random } from "../random.ts";
import { compare } from "./compare.ts";
import { answer, faults, publish, type ToldSource } from "./faulty-feeds.ts";

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
  /** JavaScript heap, and all that the process holds, after a tenth, half and all of the rounds. */
  heapMegabytes: number[];
  residentMegabytes: number[];
};

const hourMs = 3_600_000;

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
  const random = new Random(seed);
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
    const memory: NodeJS.MemoryUsage[] = [];
    for (let round = 1; round <= rounds + 1; round += 1) {
      movedMs += 25 * hourMs;
      for (const source of told)
        publish(source, round > rounds ? "none" : random.pick(faults), round, random);
      // The last round has no faults, so that a slow machine must not look like one.
      await pollAll(organizationIds, counted, round > rounds ? 10_000 : 300);
      if ([Math.ceil(rounds / 10), Math.ceil(rounds / 2), rounds].includes(round)) memory.push(memoryNow());
    }
    return {
      ...{ sources: count, rounds, ...counted },
      ...(await compare(organizationIds, told)),
      seconds: Math.round((performance.now() - startedAt) / 1000),
      heapMegabytes: memory.map(({ heapUsed }) => megabytes(heapUsed)),
      residentMegabytes: memory.map(({ rss }) => megabytes(rss)),
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

function memoryNow(): NodeJS.MemoryUsage {
  globalThis.gc?.();
  return process.memoryUsage();
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e5) / 10;
