import { globSync } from "node:fs";
import { delimiter, join } from "node:path";
import { text } from "node:stream/consumers";
import { z } from "zod";
import { startChild } from "#lib/test/child.ts";

export type Run = {
  origin: string;
  codes: string[];
  connections: number;
  seconds: number;
  referrerHost: string;
};

const outcome = z.object({
  /** How many redirects were received to their end. */
  answered: z.number(),
  /** Answers of 400 and above. */
  refused: z.number(),
  /** Connections and requests that came to nothing. */
  broken: z.number(),
  seconds: z.number(),
  p50Ms: z.number(),
  p99Ms: z.number(),
});
export type Outcome = z.output<typeof outcome>;

/** At most 65,536: each has an address. */
const visitors = 50_000;
const platforms = [
  "X11; Linux x86_64",
  "Windows NT 10.0; Win64; x64",
  "Macintosh; Intel Mac OS X 15_7",
  "iPhone; CPU iPhone OS 19_1 like Mac OS X",
  "Android 16; Mobile",
];
const agents = platforms.flatMap((platform) =>
  [141, 142, 143, 144, 145].map(
    (version) => `Mozilla/5.0 (${platform}; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`,
  ),
);
let seed = 1;

export const hasWrk = (): boolean =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => globSync(join(folder, "wrk")).length > 0);

/** Sends readers to the links from a process of its own, as many at once as there are connections. */
export async function load({ origin, codes, connections, seconds, referrerHost }: Run): Promise<Outcome> {
  const env = {
    ...process.env,
    BENCH_HOST: new URL(origin).host,
    BENCH_CODES: codes.join(" "),
    BENCH_AGENTS: agents.join("\n"),
    BENCH_VISITORS: String(visitors),
    BENCH_REFERRER: referrerHost,
    BENCH_CONNECTIONS: String(connections),
    BENCH_SECONDS: String(seconds),
    // The readers of each load come from addresses of their own: a second click in an hour is less work than a first.
    BENCH_SEED: String(seed++),
  };
  const [program, args]: [string, string[]] = hasWrk()
    ? [
        "wrk",
        [
          "-t1",
          `-c${connections}`,
          `-d${seconds}s`,
          "--timeout",
          "10s",
          "-s",
          "bench/clicks/visitors.lua",
          origin,
        ],
      ]
    : [process.execPath, ["bench/clicks/autocannon.mjs"]];
  const child = startChild(program, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const patience = setTimeout(() => child.kill("SIGKILL"), (seconds + 30) * 1000);
  const printed = child.stdout ? await text(child.stdout) : "";
  clearTimeout(patience);
  return outcome.parse(JSON.parse(printed.trimEnd().split("\n").at(-1) ?? ""));
}
