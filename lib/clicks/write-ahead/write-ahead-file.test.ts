import { mkdtemp, open, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { WriteAheadFile } from "./write-ahead-file.ts";

async function emptyFolder() {
  const folder = await mkdtemp(join(tmpdir(), "herald-write-ahead-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

const read = (value: unknown) => value;

const numbers = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ n: from + index }));

test("what was appended is handed out once, by whoever opens the folder next", async () => {
  const folder = await emptyFolder();
  const first = new WriteAheadFile(folder);
  await Promise.all(numbers(0, 1200).map((value) => first.append(value)));
  expect(first.unread).toBe(1200);

  // The first process ends here without a word: it is closed only to please the test.
  onTestFinished(() => first.close());
  const second = new WriteAheadFile(folder);
  const taken: unknown[] = [];
  await second.replay(read, async (values) => void taken.push(...values));
  expect(taken).toEqual(numbers(0, 1200));
  expect(await readdir(folder)).toEqual([]);
});

test("what is appended while a replay runs is left for the next one, and nothing is taken twice", async () => {
  const file = new WriteAheadFile(await emptyFolder());
  const taken: unknown[] = [];
  const take = async (values: unknown[]) => void taken.push(...values);
  const appends: Promise<void>[] = [];
  for (let round = 0; round < 40; round += 1) {
    appends.push(...numbers(round * 25, 25).map((value) => file.append(value)));
    if (round % 3 === 0) await file.replay(read, take);
    else await new Promise(setImmediate);
  }
  await Promise.all(appends);
  await file.replay(read, take);
  const order = (one: unknown, other: unknown) => (one as { n: number }).n - (other as { n: number }).n;
  expect(taken.sort(order)).toEqual(numbers(0, 1000));
  expect(file.unread).toBe(0);
});

test("a replay that fails hands out the same again", async () => {
  const file = new WriteAheadFile(await emptyFolder());
  await Promise.all(numbers(0, 3).map((value) => file.append(value)));
  await expect(file.replay(read, () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(file.unread).toBe(3);
  const taken: unknown[] = [];
  await file.replay(read, async (values) => void taken.push(...values));
  expect(taken).toEqual(numbers(0, 3));
});

test("a line that says something else is set aside with its file, and the others are handed out", async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, "1.jsonl"), '{"n":0}\n{"m":1}\n{"n":1}\n');
  const taken: unknown[] = [];
  const readNumber = (value: unknown) => (value && Object.hasOwn(value, "n") ? value : undefined);
  const damaged = await new WriteAheadFile(folder).replay(
    readNumber,
    async (values) => void taken.push(...values),
  );
  expect(taken).toEqual(numbers(0, 2));
  expect(damaged).toEqual([join(folder, "1.jsonl.damaged")]);
});

test("half a line at the end is what a kill leaves; a broken line before it is set aside and told", async () => {
  const folder = await emptyFolder();
  await writeFile(join(folder, "1.jsonl"), '{"n":0}\n{"n":1}\n{"n"');
  await writeFile(join(folder, "2.jsonl"), '{"n":2}\n\0\0\0\n{"n":3}\n');
  const taken: unknown[] = [];
  const damaged = await new WriteAheadFile(folder).replay(read, async (values) => void taken.push(...values));
  expect(taken).toEqual(numbers(0, 4));
  expect(damaged).toEqual([join(folder, "2.jsonl.damaged")]);
  expect(await readdir(folder)).toEqual(["2.jsonl.damaged"]);
});

test("after a write that failed, lines go to a new file", async () => {
  const folder = join(await emptyFolder(), "log");
  const file = new WriteAheadFile(folder);
  await writeFile(folder, "a file where the folder should be");
  await expect(file.append({ n: 1 })).rejects.toThrow();
  await rm(folder);
  await file.append({ n: 2 });
  const taken: unknown[] = [];
  await file.replay(read, async (values) => void taken.push(...values));
  expect(taken).toEqual([{ n: 2 }]);
});

test("what was synced before a write that failed is read back", async () => {
  const folder = await emptyFolder();
  const file = new WriteAheadFile(folder);
  await Promise.all(numbers(0, 100).map((value) => file.append(value)));
  const probe = await open(folder);
  const full = vi
    .spyOn(Object.getPrototypeOf(probe), "datasync")
    .mockRejectedValueOnce(new Error("disk full"));
  await probe.close();
  await expect(file.append({ n: 100 })).rejects.toThrow("disk full");
  full.mockRestore();
  const taken: unknown[] = [];
  await file.replay(read, async (values) => void taken.push(...values));
  // The last one was written and not synced: nobody relies on it, and it may come.
  expect(taken.slice(0, 100)).toEqual(numbers(0, 100));
  expect(await readdir(folder)).toEqual([]);
});

test("a file that has grown large is followed by another, and both are read back", async () => {
  const folder = await emptyFolder();
  const file = new WriteAheadFile(folder);
  const values = Array.from({ length: 6 }, (_, n) => ({ n, text: "x".repeat(1024 * 1024) }));
  for (const value of values) await file.append(value);
  expect(await readdir(folder)).toHaveLength(2);
  const taken: unknown[] = [];
  await file.replay(
    (value) => value,
    async (group) => void taken.push(...group),
  );
  expect(taken).toEqual(values);
  expect(file.unread).toBe(0);
});
