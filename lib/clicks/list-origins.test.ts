import { expect, test } from "vitest";
import { listOrigins } from "./list-origins.ts";

test("hosts with one name are one line, the most clicked first", () => {
  const rows = [
    { value: "lnkd.in", clicks: 2 },
    { value: null, clicks: 4 },
    { value: "www.linkedin.com", clicks: 3 },
    { value: "t.co", clicks: 0 },
  ];
  expect(listOrigins("referrer", rows)).toEqual([
    { name: "LinkedIn", clicks: 5 },
    { name: "Direct or unknown", clicks: 4 },
  ]);
});

test("past six the rest is one line, and no click is lost", () => {
  const rows = Array.from({ length: 9 }, (_, index) => ({ value: `site-${index}.test`, clicks: 10 - index }));
  const origins = listOrigins("referrer", rows);
  expect(origins).toHaveLength(7);
  expect(origins.at(-1)).toEqual({ name: "3 others", clicks: 4 + 3 + 2 });
});

test("a line that would stand for one alone is that one", () => {
  const rows = Array.from({ length: 7 }, (_, index) => ({ value: `site-${index}.test`, clicks: 10 - index }));
  expect(listOrigins("referrer", rows).at(-1)).toEqual({ name: "site-6.test", clicks: 4 });
});
