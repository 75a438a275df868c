import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { freePort } from "#lib/test/free-port.ts";
import { type HeraldSettings, seedHerald } from "#lib/test/herald-server.ts";
import { findPostgres } from "#lib/test/postgres-server.ts";

/** Where the tests run on a Postgres there are its programs, as a rule; the one that is stopped is another. */
export const canStopPostgres = Boolean(process.env.TEST_DATABASE_URL) && findPostgres() !== null;
export const needsToStopPostgres =
  "needs TEST_DATABASE_URL, and Postgres on this machine to start and stop one";

let databases = 0;

/**
 * Settings for a Herald with the small demo in a folder of its own, and in a database of its own where `serverUrl` names
 * a Postgres. No pages: they need a build, and links need no pages.
 */
export async function makeDemo(serverUrl = process.env.TEST_DATABASE_URL) {
  const made = await makeDatabase(serverUrl);
  await seedHerald(made.settings);
  return made;
}

/** The same with nothing in it yet. */
export async function makeDatabase(serverUrl = process.env.TEST_DATABASE_URL) {
  const folder = await mkdtemp(join(tmpdir(), "herald-crash-"));
  const settings: HeraldSettings = {
    PORT: String(await freePort()),
    DATA_DIR: folder,
    HERALD_ROLE: "worker",
  };
  if (serverUrl) settings.DATABASE_URL = await createDatabase(serverUrl);
  const remove = async () => {
    if (settings.DATABASE_URL) await dropDatabase(settings.DATABASE_URL, serverUrl);
    await rm(folder, { recursive: true, force: true });
  };
  return { settings, remove };
}

async function createDatabase(serverUrl: string): Promise<string> {
  const url = new URL(serverUrl);
  url.pathname = `herald_crash_${process.pid}_${databases++}`;
  await inServer(serverUrl, `create database ${url.pathname.slice(1)}`);
  return url.href;
}

const dropDatabase = (url: string, serverUrl = "") =>
  inServer(serverUrl, `drop database ${new URL(url).pathname.slice(1)} with (force)`);

async function inServer(url: string, statement: string): Promise<void> {
  const server = new pg.Client({ connectionString: url });
  await server.connect();
  await server.query(statement);
  await server.end();
}
