import { expect, test } from "vitest";
import { readLittleText } from "./little-text.ts";

test.each([
  {
    name: "words end at the first reserved character",
    source: "We're hiring (Berlin)! 50% remote_first *now* – see [docs] <here> #jobs @Acme a\\b ~ {x|y}",
    shown: "We're hiring ",
  },
  {
    name: "escaped words are all there",
    source:
      "We're hiring \\(Berlin\\)! 50% remote\\_first \\*now\\* – see \\[docs\\] \\<here\\> \\#jobs \\@Acme a\\\\b \\~ \\{x\\|y\\}",
    shown: "We're hiring (Berlin)! 50% remote_first *now* – see [docs] <here> #jobs @Acme a\\b ~ {x|y}",
  },
  { name: "a hashtag template is a hashtag", source: "See {hashtag|\\#|jobs} now", shown: "See #jobs now" },
  { name: "a template's word is escaped too", source: "{hashtag|\\#|AI\\_x}", shown: "#AI_x" },
  { name: "a full-width sign makes a hashtag", source: "{hashtag|＃|jobs}", shown: "#jobs" },
  { name: "a plain hashtag needs no backslash", source: "See #jobs, now", shown: "See #jobs, now" },
  { name: "a hashtag ends at an underscore", source: "#remote_first", shown: "#remote" },
  { name: "a lone number sign cuts", source: "We are # one", shown: "We are " },
  { name: "a mention is a name", source: "By @[Acme](urn:li:organization:2414183)!", shown: "By Acme!" },
  { name: "half a mention cuts", source: "By @[Acme] here", shown: "By " },
  { name: "a backslash before a letter cuts", source: "a\\b", shown: "a" },
  { name: "a link after the cut is gone", source: "Now (see https://a.example/x)", shown: "Now " },
  {
    name: "an underscore in an address cuts it",
    source: "https://a.example/x_y",
    shown: "https://a.example/x",
  },
])("$name", ({ source, shown }) => expect(readLittleText(source).shown).toBe(shown));
