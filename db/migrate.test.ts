import pg from "pg";
import { expect, test } from "vitest";
import { migrateDatabase } from "#db/migrate.ts";
import { openPostgres } from "#db/postgres.ts";

const serverUrl = process.env.TEST_DATABASE_URL;

// An embedded database has one opener at most, so only a server can have two starters.
test.skipIf(!serverUrl)("of several starters one migrates and the others wait for it", async () => {
  const url = new URL(serverUrl ?? "");
  const name = `herald_starters_${process.pid}`;
  const server = new pg.Client({ connectionString: url.href });
  await server.connect();
  await server.query(`create database ${name}`);
  url.pathname = name;

  const starters = [1, 2, 3].map(() => openPostgres(url.href));
  await Promise.all(starters.map((starter) => migrateDatabase(starter)));
  const check = new pg.Client({ connectionString: url.href });
  await check.connect();
  const { rows } = await check.query("select hash, count(*) from drizzle.__drizzle_migrations group by hash");
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ count }) => count !== "1")).toEqual([]);
  await check.end();

  await Promise.all(starters.map((starter) => starter.close()));
  await server.query(`drop database ${name}`);
  await server.end();
});
