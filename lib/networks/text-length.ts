import parseTweet from "twitter-text/dist/parseTweet.js";
import { encodeMailText } from "./email.ts";
import type { NetworkId } from "./network.ts";
import { networks } from "./networks.ts";
import { wordsOverLink } from "./words.ts";

// twitter-text is heavy: client code brings this module with `import()`, when the person starts to write.

type Counter = (text: string, hasLink: boolean) => number;

/** As long as a short link can reasonably be; `maxLength` of e-mail is meant with it. */
const linkPlace = `https://${"h".repeat(60)}/s/${"c".repeat(12)}`;

/** X shortens every address to 23, and puts a space between the words and the address. */
const xLink = { alone: 23, afterWords: 24 };

const counters: Record<NetworkId, Counter> = {
  // No LinkedIn page names the unit. UTF-16 units are never fewer than code points, so what we let through always fits.
  // The link becomes the card and takes nothing from the text.
  linkedin: (text) => text.length,
  x: (text, hasLink) => {
    const words = parseTweet(text).weightedLength;
    if (!hasLink) return words;
    return words === 0 ? xLink.alone : words + xLink.afterWords;
  },
  email: (text, hasLink) => encodeMailText(hasLink ? wordsOverLink(text, linkPlace) : text).length,
  elsewhere: (text) => text.length,
  bluesky: (text, hasLink) => countGraphemes(withLink(text, hasLink)),
  mastodon: (text, hasLink) => countGraphemes(text) + (hasLink ? (text ? 24 : 23) : 0),
  threads: (text, hasLink) => withLink(text, hasLink).length,
  facebook: (text) => text.length,
  whatsapp: (text, hasLink) => withLink(text, hasLink).length,
};

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
const countGraphemes = (text: string): number => [...graphemes.segment(text)].length;
const withLink = (text: string, hasLink: boolean): string =>
  hasLink ? `${text ? `${text} ` : ""}${linkPlace}` : text;

/** How long a text is as that network counts, with our short link when the post carries one. */
export function countLength(network: NetworkId, text: string, hasLink: boolean): number {
  return counters[network](text, hasLink);
}

/** Whether the network takes a post with this text: not too long, not nothing at all, and no letter that it refuses. */
export function fits(network: NetworkId, text: string, hasLink: boolean): boolean {
  const length = countLength(network, text, hasLink);
  return (length > 0 || hasLink) && length <= networks[network].maxLength && !hasForbiddenCharacters(text);
}

/** X refuses these three (a byte order mark and two code points that are no characters); nowhere do they help. */
const hasForbiddenCharacters = (text: string): boolean => /[\uFFFE\uFEFF\uFFFF]/.test(text);
