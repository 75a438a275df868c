import { expect, test } from "vitest";
import { openCountingLimit } from "./counting-limit.ts";

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`);
const from = (place: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ place, id: `visitor ${index}` }));
const link = { linkId: "one", clickedAt: at("10:00") };

test("a script that changes its user agent with every hit counts twenty times in an hour", () => {
  const isPastLimit = openCountingLimit();
  const limited = from("here", 500).map((visitor) => isPastLimit(link, visitor));
  expect(limited.filter((each) => !each)).toHaveLength(20);
  expect(limited.slice(0, 20)).not.toContain(true);
});

test("whoever was there before the limit was reached is not past it, and whoever was past it stays so", () => {
  const isPastLimit = openCountingLimit();
  const visitors = from("here", 30);
  const first = visitors.map((visitor) => isPastLimit(link, visitor));
  expect(visitors.map((visitor) => isPastLimit(link, visitor))).toEqual(first);
});

test.each([
  { name: "another place", hit: link, place: "elsewhere" },
  { name: "another link", hit: { ...link, linkId: "two" }, place: "here" },
  { name: "the next hour", hit: { ...link, clickedAt: at("11:00") }, place: "here" },
])("$name has a limit of its own", ({ hit, place }) => {
  const isPastLimit = openCountingLimit();
  for (const visitor of from("here", 30)) isPastLimit(link, visitor);
  expect(isPastLimit(hit, { place, id: "visitor 29" })).toBe(false);
});

test("what is remembered is bounded", () => {
  const isPastLimit = openCountingLimit();
  for (const visitor of from("here", 20)) isPastLimit(link, visitor);
  for (let index = 0; index < 50_000; index += 1) isPastLimit(link, { place: `place ${index}`, id: "ada" });
  expect(isPastLimit(link, { place: "here", id: "visitor 29" })).toBe(false);
});
