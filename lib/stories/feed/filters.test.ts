import { expect, test } from "vitest";
import { readFeedFilters } from "./filters.ts";

const topic = "0193a5d0-0000-7000-8000-000000000000";

test.each([
  { name: "an address without filters", search: {}, filters: { topic: undefined, q: "", view: undefined } },
  { name: "both filters", search: { topic, q: " rain " }, filters: { topic, q: "rain" } },
  {
    name: "a topic that is no id",
    search: { topic: "water" },
    filters: { topic: undefined, q: "", view: undefined },
  },
  { name: "a filter given twice", search: { topic: [topic, topic], q: ["a", "b"] }, filters: { q: "" } },
  { name: "what cannot be stored", search: { q: "a\u0000b\ud800" }, filters: { q: "a b\ufffd" } },
  { name: "a search that is too long", search: { q: "x".repeat(300) }, filters: { q: "x".repeat(200) } },
])("reads $name", ({ search, filters }) => {
  expect(readFeedFilters(search)).toEqual(filters);
});
