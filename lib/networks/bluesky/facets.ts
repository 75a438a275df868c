import validCCTLD from "twitter-text/dist/regexp/validCCTLD.js";
import validGTLD from "twitter-text/dist/regexp/validGTLD.js";
import { type Found, type Segment, segmentsOf, trimAddress } from "../segments.ts";
import { wordsWithLink } from "../words.ts";

// Bluesky's servers find nothing in a text: what is to be a link, a mention or a hashtag is said with it, in facets.
// https://docs.bsky.app/docs/advanced-guides/post-richtext

/** What readers see of the words and our link. Addresses are shown short, for all of what is shown counts. */
export const blueskySegments = (text: string, url: string | null): Segment[] =>
  findSegments(url === null ? text : wordsWithLink(text, url)).map((segment) =>
    segment.kind === "link" ? { ...segment, text: shownAddress(segment.url) } : segment,
  );

/** The text in pieces, each as it is written. */
export function findSegments(text: string): Segment[] {
  return segmentsOf(text, [
    ...find(text, webAddress, ([, address = ""]) => toLink(address, trimAddress(address))),
    ...find(text, bareAddress, ([, address = ""]) => toLink(address, `https://${trimAddress(address)}`)),
    ...find(text, mention, ([found, handle = ""]) => ({
      kind: "mention",
      text: found,
      handle: handle.toLowerCase(),
    })),
    ...find(text, hashtag, ([found]) => toHashtag(found)),
  ]);
}

export type Facet = {
  index: { byteStart: number; byteEnd: number };
  features: [{ $type: string; uri?: string; did?: string; tag?: string }];
};

/** Where the pieces are, in bytes of UTF-8. `dids` names the accounts behind handles; a mention of no known one is plain text. */
export function toFacets(segments: Segment[], dids: ReadonlyMap<string, string>): Facet[] {
  let byteEnd = 0;
  return segments.flatMap((segment) => {
    const byteStart = byteEnd;
    byteEnd += encoder.encode(segment.text).length;
    const feature = toFeature(segment, dids);
    return feature ? [{ index: { byteStart, byteEnd }, features: [feature] }] : [];
  });
}

const encoder = new TextEncoder();

function toFeature(segment: Segment, dids: ReadonlyMap<string, string>): Facet["features"][0] | null {
  const type = "app.bsky.richtext.facet";
  if (segment.kind === "link") return { $type: `${type}#link`, uri: segment.url };
  if (segment.kind === "hashtag") return { $type: `${type}#tag`, tag: segment.tag };
  const did = segment.kind === "mention" ? dids.get(segment.handle) : undefined;
  return did ? { $type: `${type}#mention`, did } : null;
}

// As in Bluesky's own app: at the start of a word, or in brackets.
const opening = String.raw`(?<=^|[\s(])`;
const webAddress = new RegExp(String.raw`${opening}(https?:\/\/\S+)`, "giu");
const label = String.raw`[\p{L}\p{N}][\p{L}\p{N}-]*`;
const bareAddress = new RegExp(
  String.raw`${opening}((?:${label}\.)+(?:${validGTLD.source}|${validCCTLD.source})(?![\p{L}\p{N}@_.-]*[\p{L}\p{N}@_])(?:[/?#]\S*)?)`,
  "giu",
);
const mention = new RegExp(
  String.raw`${opening}@((?:[a-z0-9][a-z0-9-]*\.)+[a-z][a-z0-9-]*[a-z0-9])(?![\w@])`,
  "giu",
);
const invisible = String.raw`\u00AD\u2060\u200A\u200B\u200C\u200D\u20e2`;
const hashtag = new RegExp(
  String.raw`(?<=^|\s)[#＃](?!\ufe0f)[^\s${invisible}]*[^\d\s\p{P}${invisible}]+[^\s${invisible}]*`,
  "gu",
);
const longestTag = 64;

function find(text: string, pattern: RegExp, read: (match: RegExpExecArray) => Segment | null): Found[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const segment = read(match);
    return segment ? [{ start: match.index, segment }] : [];
  });
}

function toLink(written: string, url: string): Segment | null {
  return URL.canParse(url) ? { kind: "link", text: trimAddress(written), url } : null;
}

function toHashtag(found: string): Segment | null {
  const text = found.replace(/\p{P}+$/u, "");
  const tag = text.slice(1);
  return tag && tag.length <= longestTag ? { kind: "hashtag", text, tag } : null;
}

/** Without the scheme, and with the beginning of the path: its host is never cut, for readers judge a link by it. */
function shownAddress(url: string): string {
  const { host, pathname, search, hash } = new URL(url);
  const path = (pathname === "/" ? "" : pathname) + search + hash;
  return host + (path.length > 15 ? `${path.slice(0, 13)}…` : path);
}
