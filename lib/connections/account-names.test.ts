import { expect, test } from "vitest";
import { withPlainNames } from "./account-names.ts";

const account = {
  origin: "",
  subject: "1",
  handle: "alice",
  displayName: "",
  profileUrl: null,
  limits: null,
};

test.each([
  ["Alice \u202Eecila", "Alice ecila"],
  ["Al\u0000ice\u200B", "Alice"],
  ["👩‍💻 Alice", "👩‍💻 Alice"],
  ["\u2066\u2069", "alice"],
  ["", "alice"],
  ["a".repeat(5000), "a".repeat(300)],
])("the name %j is kept as %j", (displayName, kept) => {
  expect(withPlainNames({ ...account, displayName }).displayName).toBe(kept);
});

test("a handle of nothing that can be seen is the network's own name", () => {
  expect(withPlainNames({ ...account, handle: "\u200B" })).toMatchObject({ handle: "1", displayName: "1" });
});
