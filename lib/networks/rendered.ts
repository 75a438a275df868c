import { blueskySegments } from "./bluesky/facets.ts";
import { linkCard } from "./link-card.ts";
import { littleSegments } from "./linkedin/little-text.ts";
import { mastodonSegments } from "./mastodon/text.ts";
import type { NetworkId } from "./network.ts";
import { networks } from "./networks.ts";
import { type Found, type Segment, segmentsOf, trimAddress } from "./segments.ts";
import { wordsOverLink, wordsWithLink } from "./words.ts";
import { xSegments } from "./x/segments.ts";

// As heavy as text-length.ts, and for the same reason: client code brings it with `import()`.

export type Draft = { text: string; url: string; card: { title: string; description: string } };

/** A card; without a title where the network makes it of a page that Herald does not know. */
export type RenderedCard = { url: string; title: string | null; description: string | null };

export type Rendered = { segments: Segment[]; card: RenderedCard | null };

/**
 * What everybody will see of a post. Only the network knows whether a handle is somebody's: one that `isKnown` does not know
 * is shown as the plain text that it will be.
 */
export function renderPost(
  network: NetworkId,
  draft: Draft,
  isKnown: (handle: string) => boolean = () => true,
): Rendered {
  const segments = pieces[network](draft.text, draft.url).map((segment) =>
    segment.kind === "mention" && !isKnown(segment.handle) ? plain(segment.text) : segment,
  );
  return { segments: joined(segments), card: cardOf(network, segments, draft) };
}

const pieces: Record<NetworkId, (text: string, url: string) => Segment[]> = {
  // The link is the card and stands nowhere in the text.
  linkedin: (text) => littleSegments(text).map(({ kind, text: shown }) => toSegment(kind, shown)),
  x: xSegments,
  bluesky: blueskySegments,
  mastodon: (text, url) => mastodonSegments(wordsWithLink(text, url)),
  threads: (text, url) => withLinks(wordsWithLink(text, url)),
  facebook: (text) => withLinks(text),
  whatsapp: (text, url) => withLinks(wordsOverLink(text, url)),
  email: (text, url) => withLinks(wordsOverLink(text, url)),
  elsewhere: (text, url) => withLinks(wordsOverLink(text, url)),
};

const plain = (text: string): Segment => ({ kind: "text", text });

function toSegment(kind: "text" | "hashtag" | "link", text: string): Segment {
  if (kind === "hashtag") return { kind, text, tag: text.slice(1) };
  return kind === "link" ? { kind, text, url: text } : plain(text);
}

function withLinks(text: string): Segment[] {
  const found = [...text.matchAll(/https?:\/\/[^\s<>"]+/giu)].map<Found>((match) => ({
    start: match.index,
    segment: toSegment("link", trimAddress(match[0])),
  }));
  return segmentsOf(text, found);
}

/** Mastodon makes the card of the first address in a post; the others of ours, which is their last or only one. */
function cardOf(network: NetworkId, segments: Segment[], { url, card }: Draft): RenderedCard | null {
  if (!networks[network].showsCard) return null;
  const [first] = segments.flatMap((segment) => (segment.kind === "link" ? [segment.url] : []));
  const isOther = network === "mastodon" && first !== undefined && first !== url;
  return isOther ? { url: first, title: null, description: null } : linkCard(url, card);
}

/** Text beside text is one piece. */
function joined(segments: Segment[]): Segment[] {
  const kept: Segment[] = [];
  for (const segment of segments) {
    const last = kept.at(-1);
    if (last?.kind === "text" && segment.kind === "text") last.text += segment.text;
    else kept.push({ ...segment });
  }
  return kept;
}
