import { execFile } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "vitest";
import { z } from "zod";
import {
  type HeraldServer,
  type HeraldSettings,
  heraldEnvironment,
  queryHerald,
} from "#lib/test/herald-server.ts";

const execute = promisify(execFile);

const marks = z.object({ mark: z.string(), hits: z.coerce.number(), counted: z.coerce.number() });

/** How often each mark is in the log, and how often it is counted there. */
export function storedMarks(settings: HeraldSettings) {
  return queryHerald(
    settings,
    `select referrer_host as mark, count(*) as hits, count(*) filter (where counted) as counted
      from clicks where referrer_host ~ '^r[0-9]+\\.test$' group by referrer_host`,
    marks,
  );
}

/** Everybody who was sent on is in the log and counts, and nobody is there twice; only what was in hand may be there unasked. */
export async function expectEachOnce(settings: HeraldSettings, sentOn: string[], inHand: number) {
  const stored = await storedMarks(settings);
  const known = new Set(stored.map(({ mark }) => mark));
  const lost = sentOn.filter((mark) => !known.has(mark));
  const twice = stored.filter(({ hits }) => hits > 1);
  // Each reader is somebody new, from an address of their own.
  const miscounted = stored.filter(({ counted }) => counted !== 1);
  expect({ lost: lost.length, first: lost[0], last: lost.at(-1) }).toEqual({ lost: 0 });
  expect({ twice: twice.length, first: twice[0] }).toEqual({ twice: 0 });
  expect({ miscounted: miscounted.length, first: miscounted[0] }).toEqual({ miscounted: 0 });
  expect(known.size - sentOn.length).toBeLessThanOrEqual(inHand);
}

/** Waits until nothing is left in the write-ahead files of this and of earlier processes. */
export async function expectNothingPutAside({ DATA_DIR }: HeraldSettings): Promise<void> {
  const listFiles = async () => {
    const names = await readdir(join(DATA_DIR, "click-log"), { recursive: true }).catch(() => []);
    return names.filter((name) => name.includes(".jsonl"));
  };
  await expect.poll(listFiles, { timeout: 30_000 }).toEqual([]);
}

/**
 * Once what waits is added up as well, the roll-ups are what the log of clicks adds up to, and the points are what the
 * rules make of it: nothing was added twice or left out by whoever was killed half-way.
 */
export async function expectVerified(settings: HeraldSettings): Promise<void> {
  const env = heraldEnvironment(settings);
  await execute(process.execPath, ["e2e/crash/support/add-up.ts"], { env, timeout: 120_000 });
  for (const command of ["clicks", "scores"])
    await execute(process.execPath, [`lib/commands/verify-${command}.ts`], { env, timeout: 60_000 });
}

/** What `/readyz` says. */
export async function readiness({ origin }: HeraldServer): Promise<string> {
  return (await fetch(`${origin}/readyz`)).text();
}
