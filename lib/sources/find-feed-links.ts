import { decodeHTML } from "entities";
import type { FeedBytes } from "./read-feed.ts";
import { decodeFeed } from "./reading/decode-feed.ts";
import { toWebAddress } from "./reading/item-address.ts";
import { toPlainText } from "./reading/item-text.ts";

export type FeedLink = { url: string; title: string };

const enough = { characters: 500_000, links: 10 };
const feedTypes = /^\s*(application\/(rss|atom|rdf|feed)\+(xml|json)|application\/json)\b/i;

/** The feeds that a page names as its own: `<link rel="alternate" type="application/rss+xml" href="…">`. */
export function findFeedLinks({ body, contentType, url }: FeedBytes): FeedLink[] {
  const page = decodeFeed(body, contentType).slice(0, enough.characters);
  const base = toWebAddress(attributesOf(tagsOf(page, "base")[0] ?? "").href, url) ?? url;
  const found = new Map<string, FeedLink>();
  for (const tag of tagsOf(page, "link")) {
    const { rel = "", type = "", href, title } = attributesOf(tag);
    if (!/\balternate\b/i.test(rel) || !feedTypes.test(type)) continue;
    const address = toWebAddress(href, base);
    if (address && !found.has(address))
      found.set(address, { url: address, title: toPlainText(title).slice(0, 100) });
    if (found.size === enough.links) break;
  }
  return [...found.values()];
}

/** Never past the next "<", so that a page of nothing but those takes no time. */
const tagsOf = (page: string, name: string): string[] =>
  page.match(new RegExp(`<${name}\\s[^<>]{1,2000}>`, "gi"))?.slice(0, 1_000) ?? [];

function attributesOf(tag: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = "", double, single, bare] of tag.matchAll(
    /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
  ))
    attributes[name.toLowerCase()] ??= decodeHTML(double ?? single ?? bare ?? "");
  return attributes;
}
