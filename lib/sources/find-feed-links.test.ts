import { expect, test } from "vitest";
import { findFeedLinks } from "./find-feed-links.ts";

const links = (html: string) =>
  findFeedLinks({ body: Buffer.from(html), contentType: "text/html", url: "https://acme.test/about/" }).map(
    ({ url }) => url,
  );

test.each([
  {
    name: "RSS",
    html: '<link rel="alternate" type="application/rss+xml" href="/feed">',
    found: ["https://acme.test/feed"],
  },
  {
    name: "Atom, relative",
    html: "<link href=atom.xml type=application/atom+xml rel=alternate>",
    found: ["https://acme.test/about/atom.xml"],
  },
  {
    name: "a base",
    html: `<base href="https://blog.acme.test/"><link rel="alternate home" type='application/feed+json' href='f.json'>`,
    found: ["https://blog.acme.test/f.json"],
  },
  {
    name: "several",
    html: "<link rel=alternate type=application/rss+xml href=/a><link rel=alternate type=application/rss+xml href=/b><link rel=alternate type=application/rss+xml href=/a>",
    found: ["https://acme.test/a", "https://acme.test/b"],
  },
  {
    name: "an escaped address",
    html: '<link rel="alternate" type="application/rss+xml" href="/f?a=1&amp;b=2">',
    found: ["https://acme.test/f?a=1&b=2"],
  },
  {
    name: "no feed",
    html: '<link rel="alternate" hreflang="de" href="/de"><link rel="stylesheet" href="/x.css">',
    found: [],
  },
  {
    name: "a script instead",
    html: '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
    found: [],
  },
])("a page that names $name", ({ html, found }) => {
  expect(links(html)).toEqual(found);
});

test("a page of nothing but beginnings takes no time", () => {
  const startedAt = performance.now();
  links("<link ".repeat(80_000));
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});
