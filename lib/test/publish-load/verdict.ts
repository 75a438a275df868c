import { inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { shares } from "#db/schema/shares.ts";
import type { Control } from "#lib/test/networks/control.ts";
import type { Load } from "./prepare.ts";

export type Verdict = {
  /** Shares that everybody sees more than once. */
  duplicates: string[];
  /** Shares that are said to be published and are not public, or are said to have failed and are. */
  untrue: string[];
  /** Shares that are neither published, failed nor in doubt. */
  stuck: string[];
  published: number;
  failed: number;
  unknown: number;
  postsPerSecond: number;
};

/** Compares what Herald says of each share with what the networks show. */
export async function judge(simulator: Control, load: Load): Promise<Verdict> {
  const seen = new Map<string, number>();
  for (const { text } of await simulator.posts()) {
    const mark = /mark\d+end/.exec(text)?.[0];
    if (mark) seen.set(mark, (seen.get(mark) ?? 0) + 1);
  }
  const states = await readStates(load);
  const stateOf = ({ id }: { id: string }) => states.get(id)?.state ?? "missing";
  const timesSeen = ({ mark }: { mark: string }) => seen.get(mark) ?? 0;
  const nameOf = (share: Load["shares"][number]) =>
    `${share.mark} ${stateOf(share)} (${states.get(share.id)?.reason}) seen ${timesSeen(share)}`;
  const count = (state: string) => load.shares.filter((share) => stateOf(share) === state).length;
  return {
    duplicates: load.shares.filter((share) => timesSeen(share) > 1).map(nameOf),
    untrue: load.shares
      .filter(
        (share) =>
          (stateOf(share) === "published" && timesSeen(share) === 0) ||
          (stateOf(share) === "failed" && timesSeen(share) > 0),
      )
      .map(nameOf),
    stuck: load.shares
      .filter((share) => !["published", "failed", "unknown"].includes(stateOf(share)))
      .map(nameOf),
    published: count("published"),
    failed: count("failed"),
    unknown: count("unknown"),
    postsPerSecond: await paceOf(simulator),
  };
}

/** How many are not settled yet. */
export async function countOpen(load: Load): Promise<number> {
  const states = [...(await readStates(load)).values()];
  return states.filter(({ state }) => state === "scheduled" || state === "publishing").length;
}

async function readStates({
  shares: all,
}: Load): Promise<Map<string, { state: string; reason: string | null }>> {
  const ids = all.map(({ id }) => id);
  const rows = await db
    .select({ id: shares.id, state: shares.state, reason: shares.reason })
    .from(shares)
    .where(inArray(shares.id, ids));
  return new Map(rows.map(({ id, state, reason }) => [id, { state, reason }]));
}

const isCreate =
  /^(\/rest\/posts|\/2\/tweets|\/xrpc\/com\.atproto\.repo\.(put|create)Record|\/api\/v1\/statuses)$/;

/** From the first request that creates a post until nine tenths of them: faults and their waits make the end long. */
async function paceOf(simulator: Control): Promise<number> {
  const times = (await simulator.requests())
    .filter(({ method, path }) => method === "POST" && isCreate.test(path))
    .map(({ at }) => Date.parse(at))
    .toSorted((one, other) => one - other);
  const most = times.slice(0, Math.ceil(times.length * 0.9));
  const seconds = ((most.at(-1) ?? 0) - (most[0] ?? 0)) / 1000;
  return seconds > 0 ? Math.round(most.length / seconds) : 0;
}
