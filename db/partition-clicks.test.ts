import { readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import type { Connection, Executor } from "#db/client.ts";
import { openPglite } from "#db/pglite/open-pglite.ts";
import { openPostgres } from "#db/postgres.ts";

const serverUrl = process.env.TEST_DATABASE_URL;
const name = `herald_old_clicks_${process.pid}`;
let old: Connection;

beforeAll(async () => {
  if (!serverUrl) {
    old = openPglite();
  } else {
    await onServer(`create database ${name}`);
    old = openPostgres(Object.assign(new URL(serverUrl), { pathname: name }).href);
  }
});

afterAll(async () => {
  await old.close();
  if (serverUrl) await onServer(`drop database ${name}`);
});

test("clicks of 0.1.0 keep all they said, in partitions, and are rolled up", async () => {
  await apply(old.db, "0000_create_herald");
  await apply(old.db, "0001_keep_scores_and_audit_append_only");
  await run(old.db, oldClicks);
  const before = await read("select *, left(visitor, 32)::uuid::text as who from clicks order by id");

  await old.db.transaction((tx) => apply(tx, "0002_partition_clicks_by_month"));

  const after = await read("select *, visitor::text as who from clicks order by id");
  expect(before).toHaveLength(9);
  expect(after.map(({ visitor: _, ...click }) => click)).toEqual(
    before.map(({ visitor: _, ...click }) => ({
      ...click,
      batch_id: null,
      exclusion: null,
      device: null,
      country: null,
      referrer_host: click.referrer_host === "t.co" ? "t.co" : null,
    })),
  );
  const months = (await read("select tableoid::regclass::text as name from clicks order by id")).map(
    (row) => row.name,
  );
  expect(months).toEqual(
    ["2025_11", "2025_12", ...Array(7).fill("2026_02")].map((month) => `clicks_${month}`),
  );

  expect(
    await read(`select link_id, hour, counted, repeated, own, limited, bots, prefetches from click_hours
      order by hour, link_id`),
  ).toEqual([
    { ...nothing, link_id: one, hour: new Date("2025-11-30T23:00Z"), counted: 1 },
    { ...nothing, link_id: one, hour: new Date("2025-12-01T00:00Z"), counted: 1 },
    { ...nothing, link_id: one, hour: new Date("2026-02-03T10:00Z"), counted: 1, repeated: 1, bots: 1 },
    { ...nothing, link_id: two, hour: new Date("2026-02-03T10:00Z"), counted: 3, prefetches: 1 },
  ]);
  expect(
    await read(`select link_id, month::text, referrer_host, device, country, counted from click_origins
      order by month, link_id, referrer_host`),
  ).toEqual(
    [
      { link_id: one, month: "2025-11-01", referrer_host: "t.co", counted: 1 },
      { link_id: one, month: "2025-12-01", referrer_host: "", counted: 1 },
      { link_id: one, month: "2026-02-01", referrer_host: "t.co", counted: 1 },
      { link_id: two, month: "2026-02-01", referrer_host: "", counted: 2 },
      { link_id: two, month: "2026-02-01", referrer_host: "t.co", counted: 1 },
    ].map((origin) => ({ ...origin, device: "", country: "" })),
  );
});

test("this month and the two to come have partitions", async () => {
  const [row] = await read(`select count(*) from generate_series(0, 2) as ahead where to_regclass(
    to_char(now() at time zone 'UTC' + ahead * interval '1 month', '"clicks_"YYYY_MM')) is not null`);
  expect(Number(row?.count)).toBe(3);
});

const nothing = { counted: 0, repeated: 0, own: 0, limited: 0, bots: 0, prefetches: 0 };
const [one, two] = ["00000000-0000-7000-8000-000000000001", "00000000-0000-7000-8000-000000000002"];

/** On two links of one share each; the moments on both sides of a month's end are the ones that a time zone would move. */
const oldClicks = `
  set session_replication_role = replica;
  insert into links (organization_id, id, share_id, code, target_url)
    select '${one}', link::uuid, link::uuid, link, 'https://acme.test' from unnest(array['${one}', '${two}']) as link;
  insert into clicks (organization_id, id, link_id, clicked_at, hour, kind, counted, visitor, referrer_host, scored_at)
    select '${one}', ('00000000-0000-7000-8000-00000000010' || id)::uuid, link::uuid, at, date_trunc('hour', at, 'UTC'),
      kind::click_kind, counted, repeat(visitor, 64), referrer, case when counted then at end
    from (values
      (1, '${one}', timestamptz '2025-11-30 23:59:59.999Z', 'human', true, 'a', 't.co'),
      (2, '${one}', '2025-12-01 00:00Z', 'human', true, 'a', null),
      (3, '${one}', '2026-02-03 10:00Z', 'human', true, 'b', 't.co'),
      (4, '${one}', '2026-02-03 10:30Z', 'human', false, 'b', null),
      (5, '${one}', '2026-02-03 10:31Z', 'bot', false, 'c', null),
      (6, '${two}', '2026-02-03 10:31Z', 'prefetch', false, 'c', null),
      (7, '${two}', '2026-02-03 10:32Z', 'human', true, 'c', 't.co'),
      (8, '${two}', '2026-02-03 10:33Z', 'human', true, 'd', (select string_agg(md5(n::text), '') from generate_series(1, 200) as n)),
      (9, '${two}', '2026-02-03 10:34Z', 'human', true, 'e', 'no host')
    ) as old (id, link, at, kind, counted, visitor, referrer);
  set session_replication_role = default`;

async function apply(on: Executor, migration: string): Promise<void> {
  const statements = readFileSync(`db/migrations/${migration}.sql`, "utf8").split("--> statement-breakpoint");
  for (const statement of statements) await on.execute(sql.raw(statement));
}

async function run(on: Executor, statements: string): Promise<void> {
  await on.transaction(async (tx) => {
    for (const statement of statements.split(";\n")) await tx.execute(sql.raw(statement));
  });
}

async function read(query: string) {
  const rows = z.object({ rows: z.array(z.record(z.string(), z.unknown())) });
  return rows.parse(await old.db.execute(sql.raw(query))).rows.map((row) => ({
    ...row,
    ...(typeof row.hour === "string" && { hour: new Date(row.hour) }),
  })) as Record<string, unknown>[];
}

async function onServer(statement: string): Promise<void> {
  const server = new pg.Client({ connectionString: serverUrl });
  await server.connect();
  await server.query(statement);
  await server.end();
}
