import parseTweet from "twitter-text/dist/parseTweet.js";
import type { NetworkLimits } from "./account.ts";
import { blueskySegments } from "./bluesky/facets.ts";
import { encodeMailText } from "./email.ts";
import { countGraphemes } from "./graphemes.ts";
import { countedPart, mastodonSegments } from "./mastodon/text.ts";
import type { NetworkId } from "./network.ts";
import { networks } from "./networks.ts";
import { cleanWords, wordsOverLink, wordsWithLink } from "./words.ts";

// twitter-text is heavy: client code brings this module with `import()`, when the person starts to write.

/** Whether the post carries our short link; the link itself where it is known, for what it takes then is exact. */
type OurLink = boolean | string;
type Limits = NetworkLimits | null;

type Counter = (text: string, link: string | null, limits: Limits) => number;

/** As long as a short link can reasonably be; `maxLength` of e-mail is meant with it. */
const linkPlace = `https://${"h".repeat(60)}/s/${"c".repeat(12)}`;

/** X shortens every address to 23, and puts a space between the words and the address. */
const xLink = { alone: 23, afterWords: 24 };

/** Bluesky takes 300 letters, and no more bytes than this whatever they are; only then do bytes count, ten as a letter. */
const blueskyBytes = 3000;

const counters: Record<NetworkId, Counter> = {
  // No LinkedIn page names the unit. UTF-16 units are never fewer than code points, so what we let through always fits.
  // The link becomes the card and takes nothing from the text.
  linkedin: (text) => text.length,
  x: (text, link) => {
    const words = parseTweet(text).weightedLength;
    if (!link) return words;
    return words === 0 ? xLink.alone : words + xLink.afterWords;
  },
  bluesky: (text, link) => {
    const shown = blueskySegments(cleanWords(text), link)
      .map((segment) => segment.text)
      .join("");
    const bytes = new TextEncoder().encode(shown).length;
    const letters = countGraphemes(shown);
    return bytes > blueskyBytes ? Math.max(letters, Math.ceil(bytes / 10)) : letters;
  },
  mastodon: (text, link, limits) => {
    const whole = link ? wordsWithLink(text, link) : cleanWords(text);
    const counted = mastodonSegments(whole).map((segment) =>
      countedPart(segment, limits?.charactersPerUrl ?? 23),
    );
    return countGraphemes(counted.join(""));
  },
  threads: (text, link) => (link ? wordsWithLink(text, link) : text).length,
  facebook: (text) => text.length,
  whatsapp: (text, link) => (link ? wordsOverLink(text, link) : text).length,
  email: (text, link) => encodeMailText(link ? wordsOverLink(text, link) : text).length,
  elsewhere: (text) => text.length,
};

/** How long a text is as that network counts, with our short link when the post carries one. */
export function countLength(
  network: NetworkId,
  text: string,
  hasLink: OurLink,
  limits: Limits = null,
): number {
  return counters[network](text, hasLink === true ? linkPlace : hasLink || null, limits);
}

/** The most that `countLength` may give, on the account's own server where servers differ. */
export const longestPost = (network: NetworkId, limits: Limits = null): number =>
  limits?.maxCharacters ?? networks[network].maxLength;

/** Whether the network takes a post with this text: not too long, not nothing at all, and no letter that it refuses. */
export function fits(network: NetworkId, text: string, hasLink: OurLink, limits: Limits = null): boolean {
  const length = countLength(network, text, hasLink, limits);
  return (length > 0 || !!hasLink) && length <= longestPost(network, limits) && !hasForbiddenCharacters(text);
}

/** X refuses these three (a byte order mark and two code points that are no characters); nowhere do they help. */
const hasForbiddenCharacters = (text: string): boolean => /[\uFFFE\uFEFF\uFFFF]/.test(text);
