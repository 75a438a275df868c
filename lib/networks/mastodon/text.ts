import { type Found, type Segment, segmentsOf, trimAddress } from "../segments.ts";

// What Mastodon finds in a text by itself: https://docs.joinmastodon.org/user/posting/#text
const letter = String.raw`\p{L}\p{M}\p{N}_`;
const address = /(?<![\p{L}\p{N}@])https?:\/\/[^\s<>"]+/giu;
const mention = new RegExp(
  `(?<![=/${letter}])@[a-z0-9_]+(?:[.-]+[a-z0-9_]+)*@[${letter}]+(?:[.-]+[${letter}]+)*`,
  "giu",
);
const hashtag = new RegExp(
  String.raw`(?<![=/)&${letter}])[#＃](?=[${letter}·]*[\p{L}_])[${letter}·]+`,
  "giu",
);

/** The text in pieces. Somebody on the member's own server may be named without it; whether they are there only it knows. */
export function mastodonSegments(text: string): Segment[] {
  const find = (pattern: RegExp, read: (found: string) => Segment): Found[] =>
    [...text.matchAll(pattern)].map((match) => ({ start: match.index, segment: read(match[0]) }));
  return segmentsOf(text, [
    ...find(address, (found) => ({ kind: "link", text: trimAddress(found), url: trimAddress(found) })),
    ...find(mention, (found) => ({ kind: "mention", text: found, handle: found.slice(1) })),
    ...find(hashtag, (found) => ({ kind: "hashtag", text: found, tag: found.slice(1) })),
  ]);
}

/** What of a piece is counted: the same for every address, and of a person on another server only the name. */
export function countedPart(segment: Segment, charactersPerUrl: number): string {
  if (segment.kind === "link") return "x".repeat(charactersPerUrl);
  return segment.kind === "mention" ? segment.text.replace(/(?<=.)@.*/, "") : segment.text;
}
