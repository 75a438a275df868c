import { type ChildProcess, execFile } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { z } from "zod";
import { endChild, hasEnded, startChild } from "./child.ts";

const execute = promisify(execFile);

export type HeraldServer = {
  origin: string;
  process: ChildProcess;
  /** What it has printed so far. */
  output: () => string;
  /** Waits until it answers `path` with `status`. */
  answers: (path: string, status: number, milliseconds?: number) => Promise<void>;
  end: (signal?: NodeJS.Signals) => Promise<void>;
};

/** `PORT`, and `DATA_DIR` or `DATABASE_URL`, with whatever else shall not be as it is in a plain production process. */
export type HeraldSettings = { PORT: string; DATA_DIR: string; [name: string]: string };

export const heraldEnvironment = (settings: Partial<HeraldSettings>): NodeJS.ProcessEnv => ({
  ...process.env,
  NODE_ENV: "production",
  HOST: "127.0.0.1",
  PUBLIC_URL: "",
  DATABASE_URL: "",
  HERALD_DEMO: "1",
  TRUST_PROXY: "1",
  LOG_LEVEL: "warn",
  ...settings,
});

/** Starts the server as `npm start` does, and waits for nothing. */
export function startHerald(settings: HeraldSettings): HeraldServer {
  const child = startChild(process.execPath, ["--max-semi-space-size=64", "server.ts"], {
    env: heraldEnvironment(settings),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.on("data", (text) => {
      printed = (printed + text).slice(-20_000);
    });
  const origin = `http://127.0.0.1:${settings.PORT}`;
  const answers = async (path: string, status: number, milliseconds = 60_000) => {
    const deadline = Date.now() + milliseconds;
    while ((await statusOf(origin + path)) !== status) {
      if (hasEnded(child) || Date.now() > deadline)
        throw new Error(`Herald did not answer ${path} with ${status}. It said:\n${printed}`);
      await wait(15);
    }
  };
  return { origin, process: child, output: () => printed, answers, end: (signal) => endChild(child, signal) };
}

/** Fills an empty database with the demo. */
export async function seedHerald(settings: Partial<HeraldSettings>, size = "small"): Promise<void> {
  const env = heraldEnvironment(settings);
  await execute(process.execPath, ["lib/commands/seed.ts", "--size", size], { env, timeout: 1_800_000 });
}

/** Asks the database that a server with these settings has; an embedded one only while that server does not run. */
export async function queryHerald<Row extends z.ZodType>(
  settings: Partial<HeraldSettings>,
  query: string,
  row: Row,
): Promise<z.output<Row>[]> {
  const env = heraldEnvironment(settings);
  const { stdout } = await execute(process.execPath, ["lib/test/print-rows.ts", query], {
    env,
    timeout: 120_000,
    maxBuffer: 2 ** 29,
  });
  return z.array(row).parse(JSON.parse(stdout));
}

/** Codes of up to `limit` of the demo's links that lead out of Herald and stay live for today. */
export async function liveCodes(settings: Partial<HeraldSettings>, limit = 200): Promise<string[]> {
  const rows = await queryHerald(
    settings,
    `select links.code from links
      join shares on shares.organization_id = links.organization_id and shares.id = links.share_id
      join stories on stories.organization_id = shares.organization_id and stories.id = shares.story_id
      where shares.state = 'confirmed' and stories.kind = 'link' and stories.state = 'approved'
        and stories.publish_at < now()
        and (stories.expires_at is null or stories.expires_at > now() + interval '1 day')
      order by links.id limit ${limit}`,
    z.object({ code: z.string() }),
  );
  if (rows.length === 0) throw new Error("The demo has no live links.");
  return rows.map(({ code }) => code);
}

const statusOf = async (address: string): Promise<number | null> => {
  const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(5000) }).catch(
    () => null,
  );
  await response?.body?.cancel();
  return response?.status ?? null;
};
