import { parseFeed } from "feedsmith";
import { DomainError } from "#lib/errors.ts";
import { decodeFeed } from "./reading/decode-feed.ts";
import { baseOf, toWebAddress } from "./reading/item-address.ts";
import { cutWords, toPlainText } from "./reading/item-text.ts";
import { readPublishedAt } from "./reading/published-at.ts";
import { type SaidFeed, type SaidItem, saidBy } from "./reading/said-by-feed.ts";
import { assertNoEntities } from "./reading/xml-guard.ts";

/** An item as Herald keeps it: plain texts, whole addresses. */
export type FeedItem = {
  /** What the feed calls it, or what stands in for that; the same at every poll. */
  guid: string;
  url: string | null;
  title: string;
  summary: string;
  imageUrl: string | null;
  author: string;
  publishedAt: Date | null;
};

export type ReadFeed = {
  title: string;
  siteUrl: string | null;
  language: string | null;
  /** Newest first, as far as dates tell. */
  items: FeedItem[];
};

export type FeedBytes = { body: Uint8Array; contentType: string; url: string };

/** A feed holds no more than this of interest: what is older was never news to us. */
const mostItems = 300;

/** Reads a feed of any format. Throws `invalid` with a sentence that says what is there instead. */
export function readFeed({ body, contentType, url }: FeedBytes, now: Date): ReadFeed {
  const text = decodeFeed(body, contentType).trimStart();
  if (text === "") throw new DomainError("invalid", "That address answers with an empty page.");
  if (isWebPage(text)) throw notAFeed("a web page");
  assertNoEntities(text);
  const said = parse(text);
  const items = said.items.flatMap((item) => toItem(item, url, now) ?? []);
  return {
    title: cutWords(toPlainText(said.title), 100) || new URL(url).host.replace(/^www\./, ""),
    siteUrl: toWebAddress(said.siteUrl, baseOf([said.base], url)),
    language:
      /^([a-z]{2,3})(-[A-Za-z0-9]{2,8})*$/i.exec(said.language?.trim() ?? "")?.[1]?.toLowerCase() ?? null,
    items: newestFirst(items).slice(0, mostItems),
  };
}

export const isWebPage = (text: string): boolean =>
  /^(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)*<(!doctype\s+html|html|head|body)\b/i.test(
    text.slice(0, 2_000).trimStart(),
  );

function parse(text: string): SaidFeed {
  try {
    return saidBy(parseFeed(text));
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "MalformedError")
      throw new DomainError(
        "invalid",
        "That feed is broken: its XML does not hold together, so it was not read.",
      );
    if (!/^<|^\{/.test(text)) throw notAFeed("text of some other kind");
    if (name === "DetectError" || name === "ParseError") throw notAFeed("something else");
    throw error;
  }
}

const notAFeed = (found: string) =>
  new DomainError("invalid", `That address holds ${found}, not a feed (RSS, Atom, RDF or JSON Feed).`);

function toItem(said: SaidItem, address: string, now: Date): FeedItem | null {
  const base = baseOf(said.bases, address);
  const url = firstOf(said.links, (link) => toWebAddress(link, base));
  const texts = said.texts.map(toPlainText).filter(Boolean);
  const summary = cutWords(withoutPromotion(texts[0] ?? ""), 600);
  const title = cutWords(
    firstOf(said.titles, (title) => toPlainText(title) || null) ?? cutWords(summary, 90),
    200,
  );
  if (!url && !title) return null;
  return {
    guid: said.guid?.trim() || url || `${title} ${summary}`,
    url,
    title: title || new URL(url ?? address).host,
    summary: summary === title ? "" : summary,
    imageUrl: firstOf([...said.images, ...said.texts.map(firstPictureOf)], (image) =>
      toWebAddress(image, base),
    ),
    author: cutWords(toPlainText(said.author), 100),
    publishedAt: readPublishedAt(said.date, now),
  };
}

function firstOf<Value>(
  said: (string | undefined)[],
  read: (said: string | undefined) => Value | null,
): Value | null {
  for (const each of said) {
    const value = read(each);
    if (value !== null) return value;
  }
  return null;
}

/** What WordPress puts under every item. */
const withoutPromotion = (text: string): string =>
  text.replace(
    /\s*(\[…\]|\[\.\.\.\]|Continue reading.{0,200}|The post .{1,250} (appeared|first appeared).{1,200})$/i,
    (found) => (found.trim().startsWith("[") ? "…" : ""),
  );

function firstPictureOf(html: string | undefined): string | undefined {
  const tag = /<img\s[^<>]{0,2000}>/i.exec((html ?? "").slice(0, 20_000))?.[0];
  return tag ? /\ssrc\s*=\s*["']?([^"'\s>]+)/i.exec(tag)?.[1]?.replaceAll("&amp;", "&") : undefined;
}

/** Those without a date keep their place among the others. */
function newestFirst(items: FeedItem[]): FeedItem[] {
  if (items.some((item) => !item.publishedAt)) return items;
  return items.toSorted(
    (one, other) => (other.publishedAt?.getTime() ?? 0) - (one.publishedAt?.getTime() ?? 0),
  );
}
