import { expect, test } from "vitest";
import type { Segment } from "../segments.ts";
import { blueskySegments, findSegments, toFacets } from "./facets.ts";

const found = (text: string) =>
  findSegments(text)
    .filter(({ kind }) => kind !== "text")
    .map(({ kind, text: piece }) => `${kind} ${piece}`);

test("places are counted in bytes", () => {
  const text = "Grüße 👋 from @acme.example.com https://go.acme.example/a1B2 #hiring";
  const dids = new Map([["acme.example.com", "did:plc:acme"]]);
  expect(toFacets(findSegments(text), dids)).toEqual([
    {
      index: { byteStart: 18, byteEnd: 35 },
      features: [{ $type: "app.bsky.richtext.facet#mention", did: "did:plc:acme" }],
    },
    {
      index: { byteStart: 36, byteEnd: 64 },
      features: [{ $type: "app.bsky.richtext.facet#link", uri: "https://go.acme.example/a1B2" }],
    },
    {
      index: { byteStart: 65, byteEnd: 72 },
      features: [{ $type: "app.bsky.richtext.facet#tag", tag: "hiring" }],
    },
  ]);
});

test("a mention of nobody is no facet, and moves none of the others", () => {
  const facets = toFacets(findSegments("@nobody.test #rain"), new Map());
  expect(facets.map(({ index }) => index)).toEqual([{ byteStart: 13, byteEnd: 18 }]);
});

test.each([
  { text: "https://a.com/x.", pieces: ["link https://a.com/x"] },
  { text: "(https://a.com/x)!", pieces: ["link https://a.com/x"] },
  { text: "https://a.com/x_(y)", pieces: ["link https://a.com/x_(y)"] },
  { text: "https://a.com/?q=1#top, then", pieces: ["link https://a.com/?q=1#top"] },
  { text: "acme.com", pieces: ["link acme.com"] },
  { text: "my-acme.co.uk/x?y.", pieces: ["link my-acme.co.uk/x?y"] },
  { text: "пример.рф", pieces: ["link пример.рф"] },
  { text: "next.js e.g. 3.14 v1.2 me@acme.com acme.com@x xhttps://a.com https://", pieces: [] },
  { text: "@bob.test, (@Bob.Example.com)", pieces: ["mention @bob.test", "mention @Bob.Example.com"] },
  { text: "@bob me@bob.test @bob.test@x @-a.test", pieces: [] },
  {
    text: "#rain #work_from_home! #a🌧b #雨。",
    pieces: ["hashtag #rain", "hashtag #work_from_home", "hashtag #a🌧b", "hashtag #雨"],
  },
  { text: "#1 # #. a#b (#c) #️⃣", pieces: [] },
  { text: `#${"a".repeat(64)} #${"b".repeat(65)}`, pieces: [`hashtag #${"a".repeat(64)}`] },
])("in $text there are $pieces", ({ text, pieces }) => expect(found(text)).toEqual(pieces));

test.each([
  { url: "https://go.acme.test/s/a1B2c3D4e5F", shown: "go.acme.test/s/a1B2c3D4e5F" },
  { url: "https://go.acme.test/", shown: "go.acme.test" },
  { url: "http://127.0.0.1:3000/s/a1B2c3D4e5F", shown: "127.0.0.1:3000/s/a1B2c3D4e5F" },
  { url: "https://a.com/stories/2026/11/rain?utm=1", shown: "a.com/stories/2026…" },
  { url: "https://a.com@evil.test/x", shown: "evil.test/x" },
])("$url is shown as $shown, and leads where it leads", ({ url, shown }) => {
  const link: Segment = { kind: "link", text: shown, url };
  expect(blueskySegments("", url)).toEqual([link]);
  expect(blueskySegments("Rain", url)).toEqual([{ kind: "text", text: "Rain " }, link]);
});

test("whatever is typed, looking through it is quick", () => {
  const begin = performance.now();
  for (const piece of ["a-", "a.", "@a.", "#", "#1", "https://", "(", "x.com", "#a_"])
    findSegments(piece.repeat(3000));
  expect(performance.now() - begin).toBeLessThan(1000);
});
