import { expect, test } from "vitest";
import { connection } from "#db/client.ts";
import { openPostgres } from "#db/postgres.ts";

const onServer = test.skipIf(!process.env.TEST_DATABASE_URL);
const cut = "select pg_terminate_backend(pg_backend_pid())";

onServer("a connection that is cut in a transaction fails that one, and the next gets another", async () => {
  const { db } = connection();
  const between = db.transaction(async (tx) => {
    await tx.execute(cut).catch(() => {});
    await tx.execute("select 1");
  });
  await expect(between).rejects.toThrow();
  await expect(db.execute("select 1 as one")).resolves.toMatchObject({ rows: [{ one: 1 }] });
});

test("a server that is not there makes a query fail, not wait", async () => {
  const nowhere = openPostgres("postgres://herald@127.0.0.1:1/herald");
  await expect(nowhere.client.query("select 1")).rejects.toThrow("ECONNREFUSED");
  await expect(nowhere.openOwn()).rejects.toThrow("ECONNREFUSED");
  await nowhere.close();
});
