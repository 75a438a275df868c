import openGraphScraper from "open-graph-scraper";
import type { PageDetails } from "./schemas.ts";

// Past this a page has long said what it is about, and parsing megabytes of it would hold up everybody else.
const enough = 400_000;

/** Reads what a page says about itself. One that says nothing gets its <title>, or its host, as title. */
export async function readPage(html: string, address: string): Promise<PageDetails> {
  const { host } = new URL(address);
  const start = html.slice(0, enough);
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
  return /<html[^>]*\slang\s*=\s*["']?([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)/i.exec(html)?.[1] ?? null;
}
