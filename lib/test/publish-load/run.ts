import { setTimeout as wait } from "node:timers/promises";
import { closeDatabase } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { closeBoss } from "#lib/jobs/boss.ts";
import { sendPublishJobs } from "#lib/jobs/publishing.ts";
import { listDueConnections } from "#lib/shares/attempts/due/queries.ts";
import { freePort } from "../free-port.ts";
import { type HeraldServer, type HeraldSettings, startHerald } from "../herald-server.ts";
import type { Simulator } from "../networks/simulator.ts";
import { scriptFaults } from "./faults.ts";
import { type Load, prepareLoad } from "./prepare.ts";
import { countOpen, judge, type Verdict } from "./verdict.ts";

export type LoadSettings = {
  /** Where the database is: `DATA_DIR`, and `DATABASE_URL` of a server. */
  settings: HeraldSettings;
  simulator: Simulator;
  workers: number;
  accountCount: number;
  shareCount: number;
  /** The part of the posts that meet a fault. */
  faults: number;
  /** How often a worker is killed, one after the other. */
  kills: number;
  patienceMs: number;
};

const sweepEveryMs = 4000;

/**
 * Shares that are due at once, published by real workers, some of which are killed. An embedded database has one opener: this
 * process prepares it, lets the worker have it, and looks at it afterwards.
 */
export async function runLoad(options: LoadSettings): Promise<Verdict & { kills: number; seconds: number }> {
  const { settings, simulator } = options;
  const isServer = Boolean(settings.DATABASE_URL);
  Object.assign(env, {
    DATABASE_URL: settings.DATABASE_URL || undefined,
    DATA_DIR: settings.DATA_DIR,
    NETWORK_SIMULATOR: simulator.origin,
    // It sends jobs and works on none.
    HERALD_ROLE: "web",
  });
  const load = await prepareLoad(simulator, { ...options, dueInMs: 1000 });
  await scriptFaults(simulator, load, options.faults);
  await sendPublishJobs(await listDueConnections());
  if (!isServer) await letGo();

  const startedAt = performance.now();
  const workers = await startWorkers(settings, simulator, options.workers);
  const chaos = killSome(workers, settings, simulator, options.kills);
  await (isServer ? untilSettled(load, options.patienceMs) : untilQuiet(simulator, options));
  const kills = await chaos;
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  await Promise.all(workers.map((worker) => worker.end()));
  const verdict = await judge(simulator, load);
  await letGo();
  return { ...verdict, kills, seconds };
}

async function letGo(): Promise<void> {
  await closeBoss(2000);
  await closeDatabase();
}

const startWorkers = (settings: HeraldSettings, simulator: Simulator, count: number) =>
  Promise.all(Array.from({ length: count }, () => startOne(settings, simulator)));

async function startOne(settings: HeraldSettings, { origin }: Simulator): Promise<HeraldServer> {
  const role = { PORT: String(await freePort()), HERALD_ROLE: "worker", NETWORK_SIMULATOR: origin };
  const worker = startHerald({ ...settings, ...role });
  await worker.answers("/readyz", 200);
  return worker;
}

/** Each killed one is followed by another, as a supervisor would have it. */
async function killSome(
  workers: HeraldServer[],
  settings: HeraldSettings,
  simulator: Simulator,
  kills: number,
): Promise<number> {
  for (let kill = 0; kill < kills; kill++) {
    await wait(500 + Math.random() * 1500);
    const place = Math.floor(Math.random() * workers.length);
    await workers[place]?.end("SIGKILL");
    workers[place] = await startOne(settings, simulator);
  }
  return kills;
}

/** Sweeps as the workers do each minute, and more often: a test need not take as long. */
async function untilSettled(load: Load, patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  while ((await countOpen(load)) > 0 && performance.now() < deadline) {
    await sendPublishJobs(await listDueConnections());
    await wait(sweepEveryMs);
  }
}

/** Nothing was asked of a network for a while: where some say to come back in two minutes, for longer than that. */
async function untilQuiet(simulator: Simulator, { faults, patienceMs }: LoadSettings): Promise<void> {
  const quietMs = faults > 0 ? 150_000 : 8000;
  const deadline = performance.now() + patienceMs;
  let last = { count: -1, at: performance.now() };
  while (performance.now() < deadline) {
    const { length } = await simulator.requests();
    if (length !== last.count) last = { count: length, at: performance.now() };
    if (performance.now() - last.at > quietMs) return;
    await wait(500);
  }
}
