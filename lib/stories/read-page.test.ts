import { expect, test } from "vitest";
import { comparableAddress } from "#lib/comparable-address.ts";
import { readPage } from "./read-page.ts";

const address = "https://www.acme.test/news/rain?id=1";

test("a page with Open Graph is read as it describes itself", async () => {
  const html = `<html lang="en-GB"><head><title>ignored</title>
    <meta property="og:title" content="A factory that runs on rain &amp; wind">
    <meta property="og:description" content="  How   Acme
      saves water. ">
    <meta property="og:image" content="/rain.jpg"><meta property="og:image:alt" content="A wet roof">
    <meta property="og:site_name" content="Acme News"><link rel="canonical" href="/news/rain"></head></html>`;

  expect(await readPage(html, address)).toEqual({
    title: "A factory that runs on rain & wind",
    summary: "How Acme saves water.",
    siteName: "Acme News",
    canonicalUrl: "https://www.acme.test/news/rain",
    imageUrl: "https://www.acme.test/rain.jpg",
    imageAlt: "A wet roof",
    language: "en-GB",
  });
});

test.each([
  { name: "only a title", html: "<title> Rain\n and wind </title>", title: "Rain and wind" },
  { name: "nothing at all", html: "", title: "www.acme.test" },
  { name: "no HTML either", html: "Rain.", title: "www.acme.test" },
  { name: "a broken tag", html: "<<<meta property='og:title'", title: "www.acme.test" },
])("a page with $name still makes a draft", async ({ html, title }) => {
  expect(await readPage(html, address)).toMatchObject({
    title,
    summary: "",
    siteName: "acme.test",
    canonicalUrl: null,
    imageUrl: null,
  });
});

test("markup in a title stays text, and texts are cut to what a story holds", async () => {
  const html = `<meta property="og:title" content="<script>alert(1)</script>${"a".repeat(300)}">
    <meta property="og:description" content="${"b".repeat(2_000)}">`;
  const page = await readPage(html, address);

  expect(page.title).toMatch(/^<script>alert\(1\)<\/script>a+…$/);
  expect(page.title).toHaveLength(200);
  expect(page.summary).toHaveLength(1_000);
});

test.each(["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])(
  "%s is neither an image nor a canonical address",
  async (href) => {
    const html = `<link rel="canonical" href="${href}"><meta property="og:image" content="${href}">`;
    expect(await readPage(html, address)).toMatchObject({ canonicalUrl: null, imageUrl: null });
  },
);

test.each([
  { name: "80,000 elements inside each other", html: "<div>".repeat(80_000) },
  { name: "nothing but the beginning of a page", html: "<html ".repeat(4_000) + "a".repeat(400_000) },
])("a page made to keep a parser busy ($name) is read in no time", async ({ html }) => {
  const began = performance.now();
  expect(await readPage(html, address)).toMatchObject({ title: "www.acme.test" });
  expect(performance.now() - began).toBeLessThan(3_000);
});

test.each([
  { other: "http://acme.test/news/rain?id=1", isSame: true },
  { other: "https://acme.test/news/rain/?utm_source=x&id=1#top", isSame: true },
  { other: "https://acme.test/news/rain?id=2", isSame: false },
  { other: "https://acme.test/news/snow?id=1", isSame: false },
])("$other is the same page: $isSame", ({ other, isSame }) => {
  expect(comparableAddress(other) === comparableAddress(address)).toBe(isSame);
});
