import { expect, test } from "vitest";
import { sayNotCounted } from "./not-counted.ts";

const none = { repeated: 0, own: 0, limited: 0, bots: 0, prefetches: 0 };

test.each([
  { name: "nothing of the kind", hits: none, says: "" },
  {
    name: "all reasons",
    hits: { bots: 12, prefetches: 8, repeated: 6, own: 3, limited: 2 },
    says: "31 more hits were not counted: 20 by bots and previews, 6 repeats within the hour, 3 your own, 2 too many from one place.",
  },
  {
    name: "one of each",
    hits: { bots: 1, prefetches: 0, repeated: 1, own: 1, limited: 1 },
    says: "4 more hits were not counted: 1 by a bot or a preview, 1 repeat within the hour, 1 your own, 1 too many from one place.",
  },
  {
    name: "one prefetch",
    hits: { ...none, prefetches: 1 },
    says: "1 more hit was not counted: 1 by a bot or a preview.",
  },
  {
    name: "a great many",
    hits: { ...none, repeated: 12_345 },
    says: "12,345 more hits were not counted: 12,345 repeats within the hour.",
  },
])("to the sharer, $name", ({ hits, says }) => expect(sayNotCounted(hits, "sharer")).toBe(says));

test.each([
  { own: 1, says: "1 more hit was not counted: 1 by somebody on their own link." },
  { own: 3, says: "3 more hits were not counted: 3 by people on their own links." },
])("to the desk, $own of the sharers' own", ({ own, says }) =>
  expect(sayNotCounted({ ...none, own }, "desk")).toBe(says),
);
