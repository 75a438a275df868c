import { expect, test, vi } from "vitest";
import { gatherLookups } from "./lookups.ts";

test("codes that are asked for together are one query, and one code is looked up once", async () => {
  const find = vi.fn(async (codes: string[]) => new Map(codes.map((code) => [code, `${code}!`])));
  const lookUp = gatherLookups(find);
  const answers = await Promise.all(["a", "b", "a", "c", "a"].map((code) => lookUp(code)));
  expect(answers).toEqual(["a!", "b!", "a!", "c!", "a!"]);
  expect(find.mock.calls).toEqual([[["a", "b", "c"]]]);
});

test("a code that nobody knows is null", async () => {
  expect(await gatherLookups(async () => new Map())("a")).toBeNull();
});

test("a failure is told to everybody who waits, and the next lookup is tried anew", async () => {
  const find = vi.fn(async () => new Map([["a", 1]])).mockRejectedValueOnce(new Error("no database"));
  const lookUp = gatherLookups(find);
  const [first, second] = await Promise.allSettled([lookUp("a"), lookUp("a")]);
  expect([first.status, second.status]).toEqual(["rejected", "rejected"]);
  expect(await lookUp("a")).toBe(1);
});

test("a flood of codes has two queries at once, and no more than a thousand wait", async () => {
  let [running, most] = [0, 0];
  const find = async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 2));
    running -= 1;
    return new Map<string, string>();
  };
  const lookUp = gatherLookups(find);
  const answers = await Promise.allSettled(Array.from({ length: 1200 }, (_, index) => lookUp(`${index}`)));
  expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(200);
  expect(most).toBe(2);
});

test("whoever is asked for as first waits behind no flood", async () => {
  const queries: string[][] = [];
  const lookUp = gatherLookups(async (codes) => {
    queries.push(codes);
    return new Map<string, string>();
  });
  const flood = Array.from({ length: 1000 }, (_, index) => lookUp(`${index}`));
  await lookUp("known", true);
  await Promise.all(flood);
  expect(queries[0]?.[0]).toBe("known");
});

test("a database that does not answer is given up after a second, and asked again", async () => {
  const never = new Promise<Map<string, string>>(() => {});
  const find = vi.fn(() => never);
  const lookUp = gatherLookups(find);
  await expect(lookUp("a")).rejects.toMatchObject({ code: "unavailable" });
  find.mockResolvedValueOnce(new Map([["a", "back"]]));
  expect(await lookUp("a")).toBe("back");
});

test("at a slow pace one query follows the other with a pause, and few wait", async () => {
  const startedAt: number[] = [];
  const lookUp = gatherLookups(async () => {
    startedAt.push(performance.now());
    return new Map<string, string>();
  }, "slow");
  const answers = await Promise.allSettled(Array.from({ length: 300 }, (_, index) => lookUp(`${index}`)));
  expect(answers.filter(({ status }) => status === "rejected")).toHaveLength(100);
  const [first = 0, second = 0] = startedAt;
  expect(second - first).toBeGreaterThan(90);
});
