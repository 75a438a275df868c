import { expect, test } from "vitest";
import { readOffThread } from "#lib/reader-thread/reader-thread.ts";
import { rss } from "#lib/test/feed-site.ts";
import { type FeedItem, readFeed } from "./read-feed.ts";

const now = new Date("2026-11-23T12:00:00Z");
const url = "https://news.acme.test/feed.xml";

const read = (text: string | Buffer, contentType = "application/xml") =>
  readFeed({ body: typeof text === "string" ? Buffer.from(text) : text, contentType, url }, now);

const item = (fields: Partial<FeedItem>) => expect.objectContaining(fields);

test("a JSON Feed gives its items, and what is relative in it is made whole", () => {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: "Rain",
    home_page_url: "https://acme.test/",
    items: [{ id: "1", url: "/a", title: "1 < 2", content_html: "<p>Hi &amp; bye</p>", image: "/a.png" }],
  };

  expect(read(JSON.stringify(feed)).items).toEqual([
    item({
      url: "https://acme.test/a",
      title: "1 < 2",
      summary: "Hi & bye",
      imageUrl: "https://acme.test/a.png",
    }),
  ]);
});

test("what an item says becomes plain text, without scripts, marks and line breaks", () => {
  const html =
    "&lt;p&gt;One &amp;amp; &lt;b&gt;t&lt;/b&gt;wo&lt;script&gt;alert(1)&lt;/script&gt;&lt;br&gt;d&amp;eacute;j&amp;agrave;\0&lt;/p&gt;";
  const [only] = read(
    rss("A", [{ guid: "1", link: "https://acme.test/1", title: "&lt;i&gt;T&lt;/i&gt;", text: html }]),
  ).items;

  expect(only).toMatchObject({ title: "T", summary: "One & two déjà" });
});

test.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https://a:b@acme.test/"])(
  "an item that leads to %s leads nowhere",
  (link) => {
    expect(read(rss("A", [{ guid: "1", link, title: "T" }])).items).toEqual([
      item({ url: null, title: "T" }),
    ]);
  },
);

test("an item without a title takes the beginning of its text, one with nothing is left out", () => {
  const text = "It rained on the factory for three days.";
  const { items } = read(
    rss("A", [
      { guid: "1", link: "https://acme.test/1", title: "", text },
      { guid: "2", link: "", title: "" },
    ]),
  );

  expect(items).toEqual([item({ title: text, summary: "" })]);
});

test.each([
  { said: "Mon, 23 Nov 2026 11:00:00 GMT", is: new Date("2026-11-23T11:00:00Z") },
  { said: "2026-11-23T13:00:00+02:00", is: new Date("2026-11-23T11:00:00Z") },
  { said: "Mon, 23 Nov 2026 18:00:00 GMT", is: now },
  { said: "Fri, 01 Jan 2999 00:00:00 GMT", is: null },
  { said: "Thu, 01 Jan 1970 00:00:00 GMT", is: null },
  { said: "soon", is: null },
])("a date that says $said is $is", ({ said, is }) => {
  const feed = rss("A", [{ guid: "1", link: "https://acme.test/1", title: "T" }]);
  const dated = feed.replace("</item>", `<pubDate>${said}</pubDate></item>`);
  expect(read(dated).items).toEqual([item({ publishedAt: is })]);
});

const café = (encoding: string) =>
  `<?xml version="1.0" encoding="${encoding}"?><rss version="2.0"><channel><title>Café</title><item><title>Größe</title><link>https://acme.test/1</link></item></channel></rss>`;

test.each([
  { name: "UTF-8", bytes: Buffer.from(café("utf-8")), type: "text/xml" },
  { name: "UTF-8 with a mark", bytes: Buffer.from(`\ufeff${café("utf-8")}`), type: "text/xml" },
  { name: "Latin 1 by its declaration", bytes: Buffer.from(café("iso-8859-1"), "latin1"), type: "text/xml" },
  {
    name: "Latin 1 by its header",
    bytes: Buffer.from(café("utf-8"), "latin1"),
    type: "text/xml; charset=iso-8859-1",
  },
  {
    name: "Latin 1 that says UTF-8",
    bytes: Buffer.from(café("utf-8"), "latin1"),
    type: "text/xml; charset=utf-8",
  },
  { name: "UTF-16 with a mark", bytes: Buffer.from(`\ufeff${café("utf-16")}`, "utf16le"), type: "text/xml" },
  { name: "UTF-16 without one", bytes: Buffer.from(café("utf-16"), "utf16le"), type: "application/xml" },
])("$name is read as it is meant", ({ bytes, type }) => {
  expect(read(bytes, type)).toMatchObject({ title: "Café", items: [{ title: "Größe" }] });
});

const bomb = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;">]><rss version="2.0"><channel><title>&b;</title></channel></rss>`;

test.each([
  { name: "nothing", text: "  ", says: "an empty page" },
  { name: "a web page", text: "<!doctype html><title>Acme</title>", says: "holds a web page, not a feed" },
  { name: "some text", text: "Hello", says: "holds text of some other kind" },
  { name: "other XML", text: "<?xml version='1.0'?><svg/>", says: "holds something else" },
  { name: "other JSON", text: '{"ok":true}', says: "holds something else" },
  { name: "XML that is broken", text: rss("A", []).slice(0, -20), says: "does not hold together" },
  { name: "an entity bomb", text: bomb, says: "entities of its own" },
])("$name instead of a feed is said in words", ({ text, says }) => {
  expect(() => read(text)).toThrow(says);
});

test("a feed that was written to stop us costs a thread, and the next one is read", async () => {
  const hostile = `<rss version="2.0"><channel><title>x</title><item><title>${"<".repeat(200_000)}`;
  const bytes = (text: string) => ({ body: Buffer.from(text), contentType: "text/xml", url });
  let longestMs = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longestMs = Math.max(longestMs, performance.now() - last);
    last = performance.now();
  }, 5);

  const bad = readOffThread("readFeed", [bytes(hostile), now], { limitMs: 500 });
  const good = readOffThread("readFeed", [bytes(rss("Rain", [])), now]);

  await expect(bad).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining("takes too long"),
  });
  expect(await good).toMatchObject({ title: "Rain" });
  clearInterval(beat);
  expect(longestMs).toBeLessThan(400);
});

test("a page with tens of thousands of attributes holds nobody up", async () => {
  const page = `<html ${Array.from({ length: 60_000 }, (_, index) => `a${index}=1`).join(" ")}><title>x</title></html>`;
  let beats = 0;
  const beat = setInterval(() => beats++, 5);

  await readOffThread("readPage", [page, "https://acme.test/"], { limitMs: 1_500 }).catch(() => null);

  clearInterval(beat);
  expect(beats).toBeGreaterThan(3);
});
