import { spawnSync } from "node:child_process";
import { afterAll, expect, test } from "vitest";
import { openPglite } from "./open-pglite.ts";

const { client, db, close } = openPglite();
afterAll(close);

test("a parameter and an answer of 10 MB pass", async () => {
  const text = "ä".repeat(5_000_000);
  const { rows } = await client.query("select $1::text as text, length($1) as length", [text]);
  expect(rows[0].length).toBe(5_000_000);
  expect(rows[0].text === text).toBe(true);
});

test("200,000 rows come, all of them and in their order", async () => {
  const { rows } = await client.query("select n, repeat('x', 50) from generate_series(1, 200000) as n");
  expect(rows).toHaveLength(200_000);
  expect(rows.findIndex(({ n }, index) => n !== index + 1)).toBe(-1);
});

test("statements of one text are run one after another, as pg-boss wants it", async () => {
  const results = await client.query(
    "begin; create temp table x (a int); insert into x values (1); commit; table x",
  );
  expect(results).toHaveLength(5);
  expect(Object(results)[4].rows).toEqual([{ a: 1 }]);
});

test("queries asked at once are answered each with its own, errors among them", async () => {
  const answers = await Promise.allSettled(
    Array.from({ length: 50 }, (_, n) => client.query("select 100 / $1::int as part", [n % 5])),
  );
  expect(
    answers.map((answer) => (answer.status === "fulfilled" ? answer.value.rows[0].part : "failed")),
  ).toEqual(Array.from({ length: 50 }, (_, n) => (n % 5 === 0 ? "failed" : Math.trunc(100 / (n % 5)))));
});

test("a client that is dropped leaves nothing to the next: no transaction, no setting, no statement", async () => {
  const dropped = await client.connect();
  await dropped.query("set statement_timeout = 12345");
  await dropped.query({ name: "same", text: "select 1 as value" });
  await dropped.query("begin");
  await dropped.query("create table half_done (id int)");
  dropped.release(true);

  const { rows } = await client.query({
    name: "same",
    text: "select to_regclass('half_done') as value, current_setting('statement_timeout') as timeout",
  });
  expect(rows).toEqual([{ value: null, timeout: "0" }]);
});

test("a transaction that fails is rolled back, and the next one runs", async () => {
  await expect(
    db.transaction(async (tx) => {
      await tx.execute("create table gone (id int)");
      await tx.execute("select 1 / 0");
    }),
  ).rejects.toThrow();
  const { rows } = await client.query("select to_regclass('gone') as gone");
  expect(rows).toEqual([{ gone: null }]);
});

test("the event loop turns while a query runs", async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 5);
  await client.query("select count(*) from generate_series(1, 3000000)");
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});

// A recursion that is deeper than the stack: Postgres is told not to notice, so that it traps.
const trap = `
  await client.query("set max_stack_depth = '2040kB'");
  await client.query("create function f(n int) returns int language plpgsql as 'begin return f(n + 1); end'");
  await client.query("select f(1)");
`;

test("a thread that dies ends the process with a sentence; queries do not wait for ever", () => {
  const script = `
    import "#lib/start-failure.ts";
    import { openPglite } from "#db/pglite/open-pglite.ts";
    const { client } = openPglite();
    setInterval(() => {}, 1000);
    ${trap}`;
  const { status, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    timeout: 60_000,
  });
  expect(stderr).toMatch(/^The embedded database has ended \(.+\), and Herald with it\./);
  expect(status).toBe(1);
}, 60_000);
