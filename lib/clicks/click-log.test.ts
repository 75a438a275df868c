import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { newId } from "#db/columns.ts";
import { ClickLog } from "./click-log.ts";
import { type NewClick, newClick } from "./mutations.ts";

const makeClick = (): NewClick =>
  newClick({
    organizationId: newId(),
    linkId: newId(),
    visitor: "d41d8cd9-8f00-b204-e980-0998ecf8427e", // a hash: a UUID of no version
    kind: "human",
    clickedAt: new Date(),
    referrerHost: "www.linkedin.com",
  });

/** A database that can go away: it takes clicks by id, as ours does. */
function makeDatabase() {
  const stored = new Map<string, NewClick>();
  const database = {
    stored,
    answers: async (): Promise<void> => {},
    groups: [] as number[],
    store: async (clicks: NewClick[]) => {
      await database.answers();
      database.groups.push(clicks.length);
      for (const click of clicks) stored.set(click.id, click);
    },
  };
  return database;
}

async function makeRoot() {
  const root = await mkdtemp(join(tmpdir(), "herald-click-log-"));
  onTestFinished(() => rm(root, { recursive: true }));
  return root;
}

const refuse = () => Promise.reject(new Error("connection refused"));
const hang = (_clicks?: NewClick[]) => new Promise<never>(() => {});

test("hits that arrive together are stored together, before any of them is kept", async () => {
  const database = makeDatabase();
  const clickLog = new ClickLog(database.store, await makeRoot());
  const clicks = Array.from({ length: 300 }, makeClick);
  await Promise.all(
    clicks.map(async (click) => {
      await clickLog.keep(click);
      expect(database.stored.has(click.id)).toBe(true);
    }),
  );
  expect(database.groups).toEqual([300]);
});

test.each([
  { name: "refuses", away: refuse },
  { name: "does not answer", away: hang },
])("while the database $name, hits are kept in a file, and are stored once it is back", async ({ away }) => {
  const database = makeDatabase();
  const root = await makeRoot();
  const clickLog = new ClickLog(database.store, root);
  clickLog.start();
  database.answers = away;
  const clicks = Array.from({ length: 50 }, makeClick);
  await Promise.all(clicks.map((click) => clickLog.keep(click)));
  expect(clickLog.state).toEqual({ isAway: true, waiting: 50, isLosing: false });

  database.answers = async () => {};
  await vi.waitFor(
    () => expect(clickLog.state).toEqual({ isAway: false, waiting: 0, isLosing: false }),
    5000,
  );
  expect([...database.stored.values()]).toEqual(clicks);
  await clickLog.stop();
  expect(await readdir(root)).toEqual([]);
});

test("what a killed process left in its file is stored at the next start, and by one of two", async () => {
  const database = makeDatabase();
  const root = await makeRoot();
  const killed = new ClickLog(refuse, root);
  const clicks = Array.from({ length: 700 }, makeClick);
  await Promise.all(clicks.map((click) => killed.keep(click)));
  // Its lock ends with the process; within one process, stopping it is the nearest thing.
  await killed.stop();
  expect((await readdir(root)).length).toBeGreaterThan(0);

  const next = [new ClickLog(database.store, root), new ClickLog(database.store, root)];
  for (const clickLog of next) clickLog.start();
  await vi.waitFor(() => expect(database.stored.size).toBe(700));
  await Promise.all(next.map((clickLog) => clickLog.stop()));
  expect(await readdir(root)).toEqual([]);
});

test("what lives is left to its own process", async () => {
  const database = makeDatabase();
  const root = await makeRoot();
  const living = new ClickLog(refuse, root);
  await living.keep(makeClick());
  const other = new ClickLog(database.store, root);
  other.start();
  await other.stop();
  expect(database.stored.size).toBe(0);
  await living.stop();
});

test("hits beyond what may wait go to the file at once, and nothing is lost", async () => {
  const database = makeDatabase();
  const opened: (() => void)[] = [];
  const clickLog = new ClickLog(database.store, await makeRoot());
  clickLog.start();
  database.answers = () => new Promise((resolve) => opened.push(resolve));
  const clicks = Array.from({ length: 10_200 }, makeClick);
  let kept = 0;
  const all = Promise.all(clicks.map((click) => clickLog.keep(click).then(() => (kept += 1))));
  await vi.waitFor(() => expect(kept).toBe(200), 900);
  database.answers = async () => {};
  for (const open of opened) open();
  await all;
  await vi.waitFor(() => expect(database.stored.size).toBe(10_200), 5000);
  await clickLog.stop();
});

test("a reader is sent on even when neither the database nor the disk takes the hit, and the state says so", async () => {
  const clickLog = new ClickLog(refuse, "/dev/null/nowhere");
  await clickLog.keep(makeClick());
  expect(clickLog.state).toEqual({ isAway: true, waiting: 0, isLosing: true });
  await clickLog.stop();
});

test("with a full disk, hits beyond what may wait wait all the same for a database that answers", async () => {
  const database = makeDatabase();
  const clickLog = new ClickLog(database.store, "/dev/null/nowhere");
  await Promise.all(Array.from({ length: 10_500 }, makeClick).map((click) => clickLog.keep(click)));
  expect(database.stored.size).toBe(10_500);
  expect(clickLog.state.isLosing).toBe(false);
  await clickLog.stop();
});

test("nobody waits long behind a database that is slow", async () => {
  const database = makeDatabase();
  const clickLog = new ClickLog(database.store, await makeRoot());
  clickLog.start();
  database.answers = () => new Promise((resolve) => setTimeout(resolve, 900));
  await Promise.all(Array.from({ length: 5000 }, makeClick).map((click) => clickLog.keep(click)));
  // Two groups took 1.8 s; the others had waited for more than one by then.
  expect(database.groups.length).toBeLessThan(4);
  database.answers = async () => {};
  await vi.waitFor(() => expect(database.stored.size).toBe(5000), 5000);
  await clickLog.stop();
});

test("a silent database is asked once, however long it is silent", async () => {
  const asked = vi.fn(hang);
  const clickLog = new ClickLog(asked, await makeRoot());
  clickLog.start();
  await clickLog.keep(makeClick());
  await new Promise((resolve) => setTimeout(resolve, 3500));
  expect(asked.mock.calls.filter(([clicks]) => clicks?.length === 0)).toHaveLength(1);
  await clickLog.stop();
});
