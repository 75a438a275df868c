import { expect, test } from "vitest";
import { codeInPath, newCode } from "./code.ts";

test("a code is twelve letters and digits, and every one of the 62 turns up", () => {
  const codes = Array.from({ length: 500 }, newCode);
  for (const code of codes) expect(code).toMatch(/^[0-9A-Za-z]{12}$/);
  expect(new Set(codes).size).toBe(500);
  expect(new Set(codes.join("")).size).toBe(62);
});

test.each([
  { path: "/s/abc", code: "abc" },
  { path: "/s/abc/", code: "abc" },
  { path: "/s/abc?fbclid=1", code: "abc" },
  { path: "/s/", code: "" },
  { path: "/s", code: null },
  { path: "/sign-in", code: null },
  { path: "/s/abc/more", code: null },
  { path: "/x/s/abc", code: null },
])("$path has the code $code", ({ path, code }) => expect(codeInPath(path)).toBe(code));
