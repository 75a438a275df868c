import { expect, test } from "vitest";
import { keptBytes } from "./kept-bytes.ts";

test("what was asked for longest ago is forgotten once there are too many bytes, and nothing is made twice at once", async () => {
  const made: string[] = [];
  const get = keptBytes(25);
  const ask = (key: string) =>
    get(key, async () => {
      made.push(key);
      return Buffer.alloc(10);
    });
  await Promise.all([ask("a"), ask("a")]);
  await ask("b");
  await ask("a");
  await ask("c");
  await ask("a");
  await ask("b");
  expect(made).toEqual(["a", "b", "c", "b"]);
});

test("a failure is not kept", async () => {
  const get = keptBytes(25);
  await expect(get("a", () => Promise.reject(new Error("away")))).rejects.toThrow("away");
  expect(await get("a", async () => Buffer.from("now"))).toEqual(Buffer.from("now"));
});
