import { expect, test } from "vitest";
import { codeInPath, isCode, newCode } from "./code.ts";

test("a code is twelve letters and digits, and every one of the 62 turns up", () => {
  const codes = Array.from({ length: 500 }, newCode);
  for (const code of codes) expect(isCode(code)).toBe(true);
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

test.each([
  { text: "" },
  { text: "4fGh" },
  { text: "4fGh4fGh4fG-" },
  { text: "4fGh4fGh4fGhx" },
  { text: "4fGh4fGh4fG\n" },
])("'$text' is no code", ({ text }) => expect(isCode(text)).toBe(false));
