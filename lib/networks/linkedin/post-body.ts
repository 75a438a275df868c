import type { FrozenPost } from "../adapter.ts";
import { toLittleText } from "./little-text.ts";

const titleLimit = 400;
/** LinkedIn names none for the description; it shows a line or two. */
const descriptionLimit = 1_000;

/**
 * The body of a new post: https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api
 * LinkedIn does not read the page behind a link: the card's title, summary and picture are sent.
 */
export function postBody(subject: string, { text, url, card }: FrozenPost, thumbnail: string | null): string {
  const description = plain(card.description, descriptionLimit);
  return JSON.stringify({
    author: personUrn(subject),
    commentary: toLittleText(text),
    visibility: "PUBLIC",
    distribution: { feedDistribution: "MAIN_FEED", targetEntities: [], thirdPartyDistributionChannels: [] },
    content: {
      article: {
        source: url,
        title: plain(card.title, titleLimit) || new URL(url).host,
        ...(description && { description }),
        ...(thumbnail && { thumbnail }),
      },
    },
    lifecycleState: "PUBLISHED",
    isReshareDisabledByAuthor: false,
  });
}

export const personUrn = (subject: string): string => `urn:li:person:${subject}`;

/** Titles and summaries are plain text: not escaped, on one line. */
const plain = (text: string, limit: number): string =>
  text
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim()
    .slice(0, limit)
    .toWellFormed();
