import openGraphScraper from "open-graph-scraper";
import type { PageDetails } from "./preview/schemas.ts";

// Past this a page has long said what it is about, and parsing more of it would hold up everybody else. The tags count
// too: a parser looks through all that are open at each new one, so 80,000 of them take it a minute.
const enough = { characters: 400_000, tags: 5_000 };

/** Reads what a page says about itself. One that says nothing gets its <title>, or its host, as title. */
export async function readPage(html: string, address: string): Promise<PageDetails> {
  const { host } = new URL(address);
  const start = startOf(html);
  const said = await scrape(start);
  const image = said.ogImage?.[0] ?? said.twitterImage?.[0];

  return {
    title: plain(said.ogTitle || said.twitterTitle, 200) || host,
    summary: plain(said.ogDescription || said.twitterDescription, 1_000),
    siteName: plain(said.ogSiteName, 100) || host.replace(/^www\./, ""),
    canonicalUrl: resolve(said.ogUrl, address),
    imageUrl: resolve(image?.url, address),
    imageAlt: plain(image?.alt, 300),
    language: languageOf(start) ?? "en",
  };
}

function startOf(html: string): string {
  const start = html.slice(0, enough.characters);
  const tags = [...start.matchAll(/<[a-z]/gi)];
  return start.slice(0, tags[enough.tags]?.index);
}

async function scrape(html: string) {
  const { result } = await openGraphScraper({
    html: html.trim() || "<html></html>",
    // No guessing at these: a page's first <img> is more often a logo or a pixel than its picture.
    onlyGetOpenGraphInfo: ["image", "logo", "favicon", "audioUrl", "date", "locale"],
  });
  return result;
}

function plain(text: string | undefined, limit: number): string {
  const flat = (text ?? "").replace(/\s+/g, " ").trim();
  return flat.length > limit ? `${flat.slice(0, limit - 1).trimEnd()}…` : flat;
}

function resolve(reference: string | undefined, base: string): string | null {
  const url = reference ? URL.parse(reference.trim(), base) : null;
  return url && ["http:", "https:"].includes(url.protocol) && url.href.length <= 2_000 ? url.href : null;
}

function languageOf(html: string): string | null {
  // Only the first such tag, and not a long one: looked for everywhere, a page of nothing but "<html" takes minutes.
  const at = html.search(/<html\s/i);
  const tag = at < 0 ? "" : html.slice(at, at + 2_000);
  return /^[^>]*\slang\s*=\s*["']?([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)/i.exec(tag)?.[1] ?? null;
}
