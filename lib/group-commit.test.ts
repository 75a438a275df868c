import { expect, test } from "vitest";
import { groupCommit } from "./group-commit.ts";

test("what arrives while one write runs goes out together in the next, in order", async () => {
  const writes: number[][] = [];
  const opened: (() => void)[] = [];
  const commit = groupCommit<number>(
    (items) => {
      writes.push(items);
      return new Promise((resolve) => opened.push(resolve));
    },
    { largest: 3 },
  );
  const done: number[] = [];
  const add = (item: number) => void commit.add(item).then(() => done.push(item));
  const nextWrite = async () => {
    opened.shift()?.();
    await new Promise(setImmediate);
  };

  add(1);
  await new Promise(setImmediate);
  for (const item of [2, 3, 4, 5]) add(item);
  expect({ writes, done, waiting: commit.waiting }).toEqual({ writes: [[1]], done: [], waiting: 4 });
  await nextWrite();
  expect({ writes, done, waiting: commit.waiting }).toEqual({
    writes: [[1], [2, 3, 4]],
    done: [1],
    waiting: 1,
  });
  await nextWrite();
  await nextWrite();
  await commit.settle();
  expect({ writes, done }).toEqual({ writes: [[1], [2, 3, 4], [5]], done: [1, 2, 3, 4, 5] });
});

test("a write that fails fails those who went out in it, and the next one runs", async () => {
  const commit = groupCommit<string>(
    async ([first]) => {
      if (first === "bad") throw new Error("refused");
    },
    { largest: 1 },
  );
  const results = await Promise.allSettled(["good", "bad", "good"].map((item) => commit.add(item)));
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  await commit.add("good");
});
