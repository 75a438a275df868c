import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "#lib/commands/build.mjs";
import { whenThisEnds } from "#lib/test/child.ts";
import { freePort } from "#lib/test/free-port.ts";
import { type HeraldSettings, liveCodes, seedHerald, startHerald } from "#lib/test/herald-server.ts";
import { load } from "./clicks/load.ts";
import { makeDatabases, withClient } from "./databases.ts";
import { addHistory, scoreOnce } from "./history/add-history.ts";
import { medianMilliseconds, signIn } from "./server.ts";

const connections = 128;
const rounds = 2;

type Figures = { redirects: number; boardMs: number; freshBoardMs: number };

/** Whether a company that has been clicked ten million times is slower than the same company at its beginning. */
export async function measureHistory() {
  const { values } = parseArgs({
    args: process.argv.slice(3),
    options: { clicks: { type: "string", default: "10000000" }, seconds: { type: "string", default: "8" } },
  });
  const seconds = Number(values.seconds);
  await build();
  const databases = await makeDatabases();
  const folder = mkdtempSync(join(tmpdir(), "herald-bench-"));
  const removeFolder = whenThisEnds(() => rmSync(folder, { recursive: true, force: true }));
  try {
    const young = await seed(folder, await databases.create());
    const old = await seed(folder, await databases.create());
    const startedAt = performance.now();
    await addHistory(old.DATABASE_URL ?? "", Number(values.clicks));
    console.log(
      `${values.clicks} clicks of two years written in ${Math.round((performance.now() - startedAt) / 1000)} s.`,
    );

    // In turns, so that whatever else the machine does meets both.
    const figures = { young: [] as Figures[], old: [] as Figures[] };
    for (let round = 0; round < rounds; round += 1) {
      figures.young.push(await measure(young, seconds));
      figures.old.push(await measure(old, seconds));
    }
    const [before, after] = [mean(figures.young), mean(figures.old)];
    return {
      "small demo": row(before),
      [`with ${values.clicks} clicks more`]: row(after),
      ratio: row({
        redirects: after.redirects / before.redirects,
        boardMs: after.boardMs / before.boardMs,
        freshBoardMs: after.freshBoardMs / before.freshBoardMs,
      }),
    };
  } finally {
    removeFolder();
    await databases.remove();
  }
}

async function seed(folder: string, DATABASE_URL: string): Promise<HeraldSettings> {
  const settings = { PORT: String(await freePort()), DATA_DIR: folder, DATABASE_URL, HERALD_ROLE: "web" };
  await seedHerald(settings);
  return settings;
}

async function measure(settings: HeraldSettings, seconds: number): Promise<Figures> {
  const codes = await liveCodes(settings);
  const herald = startHerald(settings);
  try {
    await herald.answers("/readyz", 200);
    const { origin } = herald;
    const cookie = await signIn(origin, "employee@acme.test");
    const board = `${origin}/leaderboard`;
    const boardMs = await medianMilliseconds(board, cookie);
    // A board remembers its totals until an entry is scored: so one is scored before each look.
    const freshBoardMs = await withClient(settings.DATABASE_URL ?? "", (client) =>
      medianMilliseconds(board, cookie, () => scoreOnce(client)),
    );
    const run = { origin, codes, connections, referrerHost: "history.test" };
    await load({ ...run, seconds: Math.ceil(seconds / 3) });
    const { answered, seconds: taken } = await load({ ...run, seconds });
    return { redirects: answered / taken, boardMs, freshBoardMs };
  } finally {
    await herald.end();
  }
}

function mean(figures: Figures[]): Figures {
  const of = (name: keyof Figures) => figures.reduce((sum, each) => sum + each[name], 0) / figures.length;
  return { redirects: of("redirects"), boardMs: of("boardMs"), freshBoardMs: of("freshBoardMs") };
}

const row = ({ redirects, boardMs, freshBoardMs }: Figures) => ({
  "redirects/s": round(redirects),
  "leaderboard ms": round(boardMs),
  "leaderboard ms, just scored": round(freshBoardMs),
});

const round = (value: number): number => Math.round(value * 100) / 100;
