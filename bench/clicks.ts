import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { build } from "#lib/commands/build.mjs";
import { whenThisEnds } from "#lib/test/child.ts";
import { freePort } from "#lib/test/free-port.ts";
import {
  type HeraldSettings,
  liveCodes,
  queryHerald,
  seedHerald,
  startHerald,
} from "#lib/test/herald-server.ts";
import { startBareNext, startBareNode } from "./clicks/bare.ts";
import { hasWrk, load, type Outcome } from "./clicks/load.ts";
import { makeDatabases } from "./databases.ts";

const levels = [32, 128, 512];
const warmUpConnections = 128;

type Measured = Outcome & { perSecond: number; lost: number };
type Measure = (origin: string, codes: string[]) => Promise<Outcome[]>;

/** What a short link costs: Herald, which keeps every click before it redirects, beside two servers that keep none. */
export async function measureClicks() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { seconds: { type: "string", default: "8" }, "warm-up": { type: "string", default: "3" } },
  });
  const [seconds, warmUp] = [Number(values.seconds), Number(values["warm-up"])];
  console.log(
    `Load by ${hasWrk() ? "wrk" : "autocannon"}: ${seconds} s at each of ${levels.join(", ")} connections.`,
  );
  await build();
  const measure: Measure = async (origin, codes) => {
    await load({
      origin,
      codes,
      connections: warmUpConnections,
      seconds: warmUp,
      referrerHost: "warm-up.test",
    });
    const outcomes: Outcome[] = [];
    for (const connections of levels)
      outcomes.push(await load({ origin, codes, connections, seconds, referrerHost: hostOf(connections) }));
    return outcomes;
  };

  const databases = await makeDatabases();
  try {
    const a = await measureBare(startBareNode, measure);
    const b = await measureBare(startBareNext, measure);
    const c = await measureHerald({ HERALD_ROLE: "web" }, measure);
    const cWithJobs = await measureHerald({ HERALD_ROLE: "all" }, measure);
    const d = await measureHerald({ HERALD_ROLE: "web", DATABASE_URL: await databases.create() }, measure);
    const dWithJobs = await measureHerald(
      { HERALD_ROLE: "all", DATABASE_URL: await databases.create() },
      measure,
    );

    printAims({ a, b, c, d });
    return Object.assign(
      {},
      ...levels.map((connections, level) => ({
        [`${connections} · a bare node:http`]: row(a, { a, b }, level),
        [`${connections} · b bare Next route`]: row(b, { a, b }, level),
        [`${connections} · c Herald on PGlite`]: row(c, { a, b }, level),
        [`${connections} · c with its jobs`]: row(cWithJobs, { a, b }, level),
        [`${connections} · d Herald on Postgres`]: row(d, { a, b }, level),
        [`${connections} · d with its jobs`]: row(dWithJobs, { a, b }, level),
      })),
    );
  } finally {
    await databases.remove();
  }
}

async function measureBare(start: typeof startBareNode, measure: Measure): Promise<Measured[]> {
  const server = await start();
  try {
    const outcomes = await measure(server.origin, ["bench"]);
    return outcomes.map((outcome) => ({
      ...outcome,
      perSecond: outcome.answered / outcome.seconds,
      lost: Number.NaN,
    }));
  } finally {
    await server.stop();
  }
}

async function measureHerald(extra: Record<string, string>, measure: Measure): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "herald-bench-"));
  const removeFolder = whenThisEnds(() => rmSync(folder, { recursive: true, force: true }));
  const settings: HeraldSettings = { PORT: String(await freePort()), DATA_DIR: folder, ...extra };
  await seedHerald(settings);
  const codes = await liveCodes(settings);
  const herald = startHerald(settings);
  try {
    await herald.answers("/readyz", 200);
    const outcomes = await measure(herald.origin, codes);
    await herald.answers("/readyz", 200);
    await herald.end();
    const stored = await countStored(settings);
    return outcomes.map((outcome, level) => compare(outcome, levels[level] ?? 0, stored));
  } finally {
    await herald.end("SIGKILL");
    removeFolder();
  }
}

const hostOf = (connections: number): string => `at-${connections}.test`;

async function countStored(settings: HeraldSettings): Promise<Map<string, number>> {
  const rows = await queryHerald(
    settings,
    "select referrer_host as host, count(*) as hits from clicks where referrer_host like 'at-%.test' group by 1",
    z.object({ host: z.string(), hits: z.coerce.number() }),
  );
  return new Map(rows.map(({ host, hits }) => [host, hits]));
}

/** The load ends with a request in hand on each connection: that one may be stored, and was not received. */
function compare(outcome: Outcome, connections: number, stored: Map<string, number>): Measured {
  const surplus = (stored.get(hostOf(connections)) ?? 0) - outcome.answered;
  if (surplus > connections) throw new Error(`${surplus} clicks more are stored than were redirected.`);
  return { ...outcome, perSecond: outcome.answered / outcome.seconds, lost: Math.max(0, -surplus) };
}

function row(measured: Measured[], { a, b }: { a: Measured[]; b: Measured[] }, level: number) {
  const { perSecond, p50Ms, p99Ms, refused, broken, lost } = measured[level] as Measured;
  return {
    "requests/s": Math.round(perSecond),
    "p50 ms": round(p50Ms),
    "p99 ms": round(p99Ms),
    "lost clicks": Number.isNaN(lost) ? "keeps none" : lost,
    "not answered": refused + broken,
    "× b": round(perSecond / perSecondOf(b, level)),
    "% of a": Math.round((100 * perSecond) / perSecondOf(a, level)),
  };
}

function printAims({ a, b, c, d }: Record<"a" | "b" | "c" | "d", Measured[]>): void {
  const ratios = (of: Measured[], to: Measured[]) =>
    Object.fromEntries(
      levels.map((connections, level) => [
        connections,
        round(perSecondOf(of, level) / perSecondOf(to, level)),
      ]),
    );
  const lost = Object.fromEntries(
    levels.map((connections, level) => [connections, (c[level]?.lost ?? 0) + (d[level]?.lost ?? 0)]),
  );
  console.table({
    "d / b, at least 8": ratios(d, b),
    "d / a, at least 0.2": ratios(d, a),
    "c / b, at least 2": ratios(c, b),
    "lost clicks, 0": lost,
  });
}

const perSecondOf = (measured: Measured[], level: number): number => measured[level]?.perSecond ?? Number.NaN;
const round = (value: number): number => Math.round(value * 100) / 100;
