import twitter from "twitter-text";
import { sha256 } from "../secrets.ts";

/** Counted by X's own library, which is the reference; `max` is more than 280 for those who pay X. */
export function isPostable(text: string, max: number): boolean {
  const { weightedLength } = twitter.parseTweet(text.replace(reservedAddress, "https://example.com"));
  return weightedLength > 0 && weightedLength <= max && !/[\uFFFE\uFEFF\uFFFF]/.test(text);
}

export const hasUrl = (text: string): boolean => urlsIn(text).length > 0;

export const cashtagsOf = (text: string): string[] => twitter.extractCashtags(text);

/** Addresses of tests and of a demo: X has never seen one, but would treat the real ones they stand for as addresses. */
const reservedAddress =
  /https?:\/\/(?:127\.0\.0\.1|localhost|[\w.-]+\.(?:test|example|localhost))(?::\d+)?(?:[/?#][\w\-./?#&=%:~+]*[\w/])?/gi;

function urlsIn(text: string): { url: string; indices: [number, number] }[] {
  const reserved = [...text.matchAll(reservedAddress)].map(({ 0: url, index }) => ({
    url,
    indices: [index, index + url.length] as [number, number],
  }));
  const known = twitter
    .extractUrlsWithIndices(text)
    .filter(({ indices: [from, to] }) =>
      reserved.every(({ indices }) => to <= indices[0] || from >= indices[1]),
    );
  return [...reserved, ...known].sort((one, other) => one.indices[0] - other.indices[0]);
}

export type UrlEntity = {
  start: number;
  end: number;
  url: string;
  expanded_url: string;
  display_url: string;
};

/** The text as the API gives it back: every address replaced by one of t.co. */
export function shorten(text: string): { text: string; urls: UrlEntity[] } {
  const urls: UrlEntity[] = [];
  let shortened = "";
  let from = 0;
  for (const { url, indices } of urlsIn(text)) {
    const expanded = /^https?:\/\//i.test(url) ? url : `http://${url}`;
    const short = `https://t.co/${sha256(expanded).toString("base64url").replace(/[-_]/g, "x").slice(0, 10)}`;
    shortened += text.slice(from, indices[0]);
    const start = shortened.length;
    shortened += short;
    const display_url = expanded.replace(/^https?:\/\/(www\.)?/i, "");
    urls.push({ start, end: shortened.length, url: short, expanded_url: expanded, display_url });
    from = indices[1];
  }
  return { text: shortened + text.slice(from), urls };
}

/** Two texts that X takes for one. */
export const sameText = (text: string): string => text.normalize("NFC").trim();
