import { DrizzleQueryError, eq } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { visitorSalts } from "#db/schema/clicks.ts";
import { clock } from "#lib/clock.ts";
import { log } from "#lib/log.ts";
import { storeSalt } from "./salts/mutations.ts";
import { VisitorSalt } from "./visitor-salt.ts";

const hour = 3_600_000;

afterEach(() => void vi.useRealTimers());

/** A database that keeps the first salt of a day. */
function makeStore() {
  const stored = new Map<string, Uint8Array>();
  const store = vi.fn(async (day: string, ours: Uint8Array) => {
    const salt = stored.get(day) ?? ours;
    stored.set(day, salt);
    return salt;
  });
  return { store, stored };
}

const beginAt = (now: string) =>
  vi.useFakeTimers({ toFake: ["Date", "setTimeout", "clearTimeout"], now: new Date(now) });

test("processes share the day's salt, and it is at hand once it was asked for", async () => {
  const { store } = makeStore();
  const [one, other] = [new VisitorSalt(store), new VisitorSalt(store)];
  expect(one.peek()).toBeUndefined();
  const [salt, again] = await Promise.all([one.get(), one.get()]);
  expect(salt).toHaveLength(32);
  expect(again).toBe(salt);
  expect(one.peek()).toBe(salt);
  expect(await other.get()).toBe(salt);
  expect(store).toHaveBeenCalledTimes(2);
});

test("when the day ends its salt is forgotten and the next is made, with nobody asking", async () => {
  beginAt("2026-11-23T22:00:00Z");
  const { store, stored } = makeStore();
  const salts = new VisitorSalt(store);
  const first = await salts.get();
  await vi.advanceTimersByTimeAsync(2 * hour);
  expect([...stored.keys()]).toEqual(["2026-11-23", "2026-11-24"]);
  expect(salts.peek()).toBe(stored.get("2026-11-24"));
  expect(salts.peek()).not.toBe(first);
});

test("a day that begins while the database is away has a salt of ours, which is stored later", async () => {
  beginAt("2026-11-23T10:00:00Z");
  const { store, stored } = makeStore();
  store.mockRejectedValueOnce(new Error("away")).mockRejectedValueOnce(new Error("away"));
  const salts = new VisitorSalt(store);
  const ours = await salts.get();
  expect(salts.peek()).toBe(ours);
  await vi.advanceTimersByTimeAsync(5000);
  expect(stored.size).toBe(0);
  await vi.advanceTimersByTimeAsync(5000);
  expect([...stored.values()]).toEqual([ours]);
  expect(salts.peek()).toBe(ours);
});

test("a timer that fires before the clock shows midnight leaves no salt behind", async () => {
  beginAt("2026-11-23T22:00:00Z");
  const { store, stored } = makeStore();
  const salts = new VisitorSalt(store);
  await salts.get();
  vi.spyOn(clock, "now").mockImplementation(() => new Date(Date.now() - 1));
  await vi.advanceTimersByTimeAsync(2 * hour);
  expect([...stored.keys()]).toEqual(["2026-11-23"]);
  await vi.advanceTimersByTimeAsync(1);
  expect([...stored.keys()]).toEqual(["2026-11-23", "2026-11-24"]);
});

test("a salt that comes after its day has ended is not used", async () => {
  beginAt("2026-11-23T23:59:59.500Z");
  const { store } = makeStore();
  const late = Promise.withResolvers<Uint8Array>();
  store.mockReturnValueOnce(late.promise);
  const salts = new VisitorSalt(store);
  const asked = salts.get();
  await vi.advanceTimersByTimeAsync(600);
  const next = await salts.get();
  late.resolve(new Uint8Array(32));
  expect(await asked).toBe(next);
  expect(salts.peek()).toBe(next);
});

test("a salt of ours that is stored after its day has ended does not take the next one's place", async () => {
  beginAt("2026-11-23T23:59:50Z");
  const { store } = makeStore();
  const late = Promise.withResolvers<Uint8Array>();
  store.mockRejectedValueOnce(new Error("away")).mockReturnValueOnce(late.promise);
  const salts = new VisitorSalt(store);
  await salts.get();
  await vi.advanceTimersByTimeAsync(10_000);
  const next = salts.peek();
  late.resolve(new Uint8Array(32));
  await vi.advanceTimersByTimeAsync(0);
  expect(salts.peek()).toBe(next);
});

test("a salt that cannot be stored is not in the log: only why", async () => {
  const warn = vi.spyOn(log, "warn");
  const away = Object.assign(new Error("no server"), { code: "ECONNREFUSED" });
  const store = async (day: string, ours: Uint8Array) => {
    throw new DrizzleQueryError("insert into visitor_salts", [day, ours], away);
  };
  await new VisitorSalt(store).get();
  expect(warn.mock.calls).toEqual([[{ code: "ECONNREFUSED" }, expect.any(String)]]);
});

test("a database that hangs holds nobody up for longer than a second, and another's salt is taken over", async () => {
  beginAt("2026-11-23T10:00:00Z");
  const { store, stored } = makeStore();
  store.mockReturnValueOnce(new Promise(() => {}));
  const salts = new VisitorSalt(store);
  const asked = salts.get();
  await vi.advanceTimersByTimeAsync(1000);
  const ours = await asked;
  const theirs = new Uint8Array(32);
  stored.set("2026-11-23", theirs);
  expect(salts.peek()).toBe(ours);
  await vi.advanceTimersByTimeAsync(5000);
  expect(salts.peek()).toBe(theirs);
});

test("the database keeps the first salt of a day and none of the days before", async () => {
  const [first, second] = [new Uint8Array([1]), new Uint8Array([2])];
  await db.delete(visitorSalts);
  await storeSalt("2020-01-01", first);
  expect(await storeSalt("2020-01-02", first)).toEqual(Buffer.from(first));
  expect(await storeSalt("2020-01-02", second)).toEqual(Buffer.from(first));
  await expect(storeSalt("2020-01-01", second)).rejects.toThrow("a later day");
  expect(await db.select({ day: visitorSalts.day }).from(visitorSalts)).toEqual([{ day: "2020-01-02" }]);
  await db.delete(visitorSalts).where(eq(visitorSalts.day, "2020-01-02"));
});
