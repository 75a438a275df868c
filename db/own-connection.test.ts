import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { openOwnConnection } from "#db/own-connection.ts";

const onServer = test.skipIf(!process.env.TEST_DATABASE_URL);

test("a named statement runs with one set of values after another, also after an error", async () => {
  const own = await openOwnConnection();
  const half = (of: number) =>
    own.query<{ half: number }>({ name: "half", text: "select 12 / $1::int as half", values: [of] });

  expect((await half(3)).rows).toEqual([{ half: 4 }]);
  await expect(half(0)).rejects.toThrow("division by zero");
  expect(own.isLost()).toBe(false);
  expect((await half(4)).rows).toEqual([{ half: 3 }]);
  await own.close();
});

onServer("it answers while every connection of the pool is busy", async () => {
  const own = await openOwnConnection();
  const busy = Promise.all(Array.from({ length: 10 }, () => db.execute("select pg_sleep(0.5)")));
  const startedAt = performance.now();
  await own.query({ text: "select 1" });
  expect(performance.now() - startedAt).toBeLessThan(400);
  await busy;
  await own.close();
});

onServer("who holds it learns that it is lost: by the server's word, or by its silence", async () => {
  const ended = await openOwnConnection();
  const end = ended.query({ text: "select pg_terminate_backend(pg_backend_pid())" });
  await expect(end).rejects.toThrow("terminating connection");
  await expect(ended.query({ text: "select 1" })).rejects.toThrow();
  expect(ended.isLost()).toBe(true);

  const silent = await openOwnConnection();
  const late = silent.query({ text: "select pg_sleep(5)", query_timeout: 100 });
  await expect(late).rejects.toThrow("timeout");
  expect(silent.isLost()).toBe(true);
  await silent.close();
});
