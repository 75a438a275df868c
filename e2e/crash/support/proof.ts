import { expect } from "vitest";
import { z } from "zod";
import { type HeraldSettings, queryHerald } from "#lib/test/herald-server.ts";

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

/** Everybody who was sent on is in the log, and nobody is there twice; only what was in hand may be there unasked. */
export async function expectEachOnce(settings: HeraldSettings, sentOn: string[], inHand: number) {
  const stored = await storedMarks(settings);
  const known = new Set(stored.map(({ mark }) => mark));
  expect(
    sentOn.filter((mark) => !known.has(mark)),
    "redirected and lost",
  ).toEqual([]);
  expect(
    stored.filter(({ hits, counted }) => hits > 1 || counted > 1),
    "stored or counted twice",
  ).toEqual([]);
  expect(known.size - sentOn.length).toBeLessThanOrEqual(inHand);
}
