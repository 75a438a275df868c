import { afterEach, expect, test, vi } from "vitest";
import { connection, db } from "#db/client.ts";
import { listen, notify } from "#db/signals.ts";

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function startListening(channel: string) {
  const heard: string[] = [];
  const onDown = vi.fn();
  const onUp = vi.fn();
  const stop = await listen(channel, { onSignal: (payload) => heard.push(payload), onUp, onDown });
  stops.push(stop);
  return { heard, onUp, onDown, stop };
}

test("what is said on a channel is heard there, by everybody who listens, and nowhere else", async () => {
  const [one, two, other] = [
    await startListening("one channel"),
    await startListening("one channel"),
    await startListening("another"),
  ];
  await notify(db, "one channel", "withdrawn");

  await vi.waitFor(() => expect([one.heard, two.heard]).toEqual([["withdrawn"], ["withdrawn"]]));
  expect(other.heard).toEqual([]);
  expect(one.onUp).toHaveBeenCalledOnce();
});

test("what a transaction says is heard when it commits, and never when it is rolled back", async () => {
  const { heard } = await startListening("links");
  await db
    .transaction(async (tx) => {
      await notify(tx, "links", "taken back");
      throw new Error("roll back");
    })
    .catch(() => {});
  await db.transaction(async (tx) => {
    await notify(tx, "links", "kept");
  });

  await vi.waitFor(() => expect(heard).toEqual(["kept"]));
});

test("a query that fails deafens nobody", async () => {
  const { heard } = await startListening("links");
  await db.execute("select 1 / 0").catch(() => {});
  await notify(db, "links", "still there");

  await vi.waitFor(() => expect(heard).toEqual(["still there"]));
});

test("who has stopped hears nothing more", async () => {
  const { heard, stop } = await startListening("links");
  const { heard: still } = await startListening("links");
  await stop();
  await notify(db, "links", "too late");

  await vi.waitFor(() => expect(still).toEqual(["too late"]));
  expect(heard).toEqual([]);
});

// PGlite has one session, which ends with the process.
test.skipIf(!process.env.TEST_DATABASE_URL)(
  "a listener whose connection is cut says so, and soon hears again",
  async () => {
    const { heard, onUp, onDown } = await startListening("cut");
    await db.execute(
      `select pg_terminate_backend(pid) from pg_stat_activity where pid <> pg_backend_pid() and query like 'listen "cut"'`,
    );

    await vi.waitFor(() => expect(onDown).toHaveBeenCalledOnce());
    await vi.waitFor(() => expect(onUp).toHaveBeenCalledTimes(2));
    await notify(db, "cut", "again");
    await vi.waitFor(() => expect(heard).toEqual(["again"]));
    expect(connection().kind).toBe("postgres");
  },
);
