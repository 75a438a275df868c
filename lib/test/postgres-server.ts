import { execFileSync } from "node:child_process";
import { chownSync, globSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { endChild, hasEnded, startChild, whenThisEnds } from "./child.ts";
import { freePort } from "./free-port.ts";

export type PostgresServer = {
  url: string;
  /** Runs again on what it has stored. */
  start: () => Promise<void>;
  /** `SIGQUIT` ends it as a crash would, `SIGINT` in good order. */
  stop: (signal?: "SIGQUIT" | "SIGINT") => Promise<void>;
  /** Ends it for good and removes what it stored. */
  remove: () => Promise<void>;
};

/** The folder of Postgres' programs, of the newest version there is: Debian keeps them off the path. Null without one. */
export function findPostgres(): string | null {
  const folders = [
    ...globSync("/usr/lib/postgresql/*/bin")
      .sort((one, other) => versionIn(one) - versionIn(other))
      .reverse(),
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return folders.find((folder) => globSync(join(folder, "initdb")).length > 0) ?? null;
}

/** Makes and starts a server of our own, as it comes: fsync on, default settings. */
export async function startPostgres(): Promise<PostgresServer> {
  const programs = findPostgres();
  if (!programs) throw new Error("There is no Postgres on this machine.");
  const folder = mkdtempSync(join(tmpdir(), "herald-postgres-"));
  const data = join(folder, "data");
  const owner = postgresOwner();
  if (owner) chownSync(folder, owner.uid, owner.gid);
  execFileSync(
    join(programs, "initdb"),
    [`--pgdata=${data}`, "--username=postgres", "--auth=trust", "--encoding=UTF8", "--no-instructions"],
    { ...owner, cwd: folder, stdio: ["ignore", "ignore", "inherit"], timeout: 60_000 },
  );
  const removeFolder = whenThisEnds(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const options = ["-c", "listen_addresses=127.0.0.1", "-c", "max_connections=200"];
  const args = ["-D", data, "-p", String(port), "-k", folder, ...options];
  const spawning = { ...owner, cwd: folder, stdio: "ignore" } as const;
  // Killed outright, a server leaves its shared memory behind.
  const run = () => startChild(join(programs, "postgres"), args, spawning, "SIGQUIT");

  let server = run();
  const answers = async () => {
    const deadline = Date.now() + 30_000;
    while (!(await connects(url))) {
      if (hasEnded(server) || Date.now() > deadline) throw new Error("Postgres did not start.");
      await wait(50);
    }
  };
  await answers();
  return {
    url,
    start: async () => {
      server = run();
      await answers();
    },
    stop: (signal = "SIGINT") => endChild(server, signal),
    remove: async () => {
      await endChild(server, "SIGQUIT");
      removeFolder();
    },
  };
}

/** Postgres refuses to run as root: root hands it to the account that Postgres' package makes. */
function postgresOwner(): { uid: number; gid: number } | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function connects(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 1000 });
  client.on("error", () => {});
  const isUp = await client.connect().then(
    () => true,
    () => false,
  );
  await client.end().catch(() => {});
  return isUp;
}

const versionIn = (folder: string): number => Number(/postgresql\/(\d+)/.exec(folder)?.[1] ?? 0);
