import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { rss } from "#lib/test/feed-site.ts";
import { readFeed } from "./read-feed.ts";

type Sample = { name: string; text: string | Buffer; count: number; first: string };

const samplesThere: Record<string, { count: number; first: string }> = {
  "atom-03.xml": { count: 3, first: "First entry title" },
  "atom-10.xml": { count: 6, first: "Exemple de Contenu en Français" },
  "atom-ns.xml": { count: 1, first: "Example Entry" },
  "rdf-09.xml": { count: 5, first: "New Status Updates" },
  "rdf-10.xml": { count: 2, first: "Processing Inclusions with XSLT" },
  "rdf-ns.xml": { count: 1, first: "Example Item" },
  "rss-090.xml": { count: 2, first: "First item title" },
  "rss-091.xml": { count: 2, first: "First item title" },
  "rss-092.xml": { count: 2, first: "First item title" },
  "rss-093.xml": { count: 2, first: "First item title" },
  "rss-094.xml": { count: 2, first: "First item title" },
  "rss-20.xml": { count: 2, first: "First item title" },
  "rss-ns.xml": { count: 1, first: "Example Item" },
};

const ownSamples: Sample[] = [
  {
    name: "RSS 2.0",
    text: rss("Acme", [{ guid: "1", link: "https://acme.test/1", title: "One" }]),
    ...{ count: 1, first: "One" },
  },
  {
    name: "Atom 1.0",
    text: `<feed xmlns="http://www.w3.org/2005/Atom"><title>Acme</title><id>a</id><updated>2026-01-01T00:00:00Z</updated><entry><title>One</title><id>1</id><link href="https://acme.test/1"/><updated>2026-01-01T00:00:00Z</updated></entry></feed>`,
    ...{ count: 1, first: "One" },
  },
  {
    name: "RDF",
    text: `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>Acme</title><link>https://acme.test</link></channel><item><title>One</title><link>https://acme.test/1</link></item></rdf:RDF>`,
    ...{ count: 1, first: "One" },
  },
];

test.each(readSamples())("$name gives its $count items", ({ text, count, first }) => {
  const { items, title } = readFeed(
    { body: Buffer.from(text), contentType: "application/xml", url: "https://news.acme.test/feed.xml" },
    new Date("2026-11-23T12:00:00Z"),
  );

  expect(items).toHaveLength(count);
  expect(items.map(({ title }) => title)).toContain(first);
  expect(title).not.toBe("");
  for (const each of items) expect(each.url ?? "https://").toMatch(/^https?:\/\//);
});

/** The project's sample feeds where its data folder is beside the clone (or above it), our own otherwise. */
function readSamples(): Sample[] {
  const folder = findUpwards("shared/data/feeds");
  process.stdout.write(`feeds: ${folder ? "the sample feeds of the data folder" : "our own fixtures"}\n`);
  if (!folder) return ownSamples;
  const samples = readdirSync(folder).flatMap((name) => {
    const expected = samplesThere[name];
    return expected ? [{ name, text: readFileSync(join(folder, name)), ...expected }] : [];
  });
  if (samples.length === 0) throw new Error("the sample feeds have other names");
  return samples;
}

function findUpwards(path: string, folder = import.meta.dirname): string | null {
  const found = join(folder, path);
  if (existsSync(found)) return found;
  return dirname(folder) === folder ? null : findUpwards(path, dirname(folder));
}
