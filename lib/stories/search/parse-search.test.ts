import { expect, test } from "vitest";
import { parseSearch } from "./parse-search.ts";

/** `rain*` begins a word, `"…"` is a phrase, `-` is unwanted, `~` is looked for letter by letter. */
const say = (search: string) =>
  parseSearch(search).map(
    ({ text, isExcluded, isPhrase, isIndexed, isPrefix }) =>
      `${isExcluded ? "-" : ""}${isIndexed ? "" : "~"}${isPhrase ? `"${text}"` : text}${isPrefix ? "*" : ""}`,
  );

test.each([
  { search: "", terms: [] },
  { search: "rain", terms: ["rain*"] },
  { search: "rain factory", terms: ["rain", "factory*"] },
  { search: '"runs on rain" factory', terms: ['"runs on rain"', "factory*"] },
  { search: 'factory "runs on rain"', terms: ["factory", '"runs on rain"'] },
  { search: "rain -snow", terms: ["rain", "-snow"] },
  { search: '-"heavy snow" rain', terms: ['-"heavy snow"', "rain*"] },
  { search: "net-zero", terms: ["net-zero*"] },
  { search: "L’eau, rain!", terms: ["L’eau", "rain*"] },
  { search: "-", terms: ["~-*"] },
  { search: "100%", terms: ["~100%*"] },
  { search: "snake_case", terms: ["~snake_case*"] },
  { search: "acme.test/news", terms: ["~acme.test/news*"] },
  { search: "人工知能", terms: ["~人工知能*"] },
  { search: "서울에서", terms: ["~서울에서*"] },
  { search: "ความยั่งยืน", terms: ["~ความยั่งยืน*"] },
  { search: "🌧️", terms: ["~🌧️*"] },
  { search: "المستقبل", terms: ["المستقبل*"] },
  { search: "हिन्दी", terms: ["हिन्दी*"] },
  { search: '"unclosed', terms: ['~"unclosed*'] },
  { search: '""', terms: [] },
])("$search is $terms", ({ search, terms }) => expect(say(search)).toEqual(terms));

test("of a long text the first eight parts are looked for", () => {
  expect(parseSearch("a b c d e f g h i j")).toHaveLength(8);
});
