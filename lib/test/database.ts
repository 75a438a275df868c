import pg from "pg";
import { beforeAll } from "vitest";
import { type Connection, useConnection } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { openPglite } from "#db/pglite/open-pglite.ts";
import { openPostgres } from "#db/postgres.ts";

// A database for each test worker, made once and kept: tests never share rows because each makes its own organization.
const worker = globalThis as typeof globalThis & { heraldTestDatabase?: Promise<Connection> };

beforeAll(async () => {
  worker.heraldTestDatabase ??= process.env.TEST_DATABASE_URL
    ? createPostgres(process.env.TEST_DATABASE_URL)
    : Promise.resolve(createPglite());
  useConnection(await worker.heraldTestDatabase);
});

function createPglite(): Connection {
  const snapshot = process.env.HERALD_TEST_SNAPSHOT;
  if (!snapshot) throw new Error("lib/test/snapshot.ts makes the snapshot before the tests start");
  return openPglite({ snapshot });
}

async function createPostgres(serverUrl: string): Promise<Connection> {
  const name = `herald_test_${process.env.VITEST_POOL_ID}`;
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(`drop database if exists ${name} with (force)`);
  await server.query(`create database ${name}`);
  await server.end();
  const url = new URL(serverUrl);
  url.pathname = name;
  const database = openPostgres(url.href);
  await migrateDatabase(database);
  return database;
}
