import { linkCard } from "../link-card.ts";
import type { FrozenPost } from "../publisher.ts";
import { toLittleText } from "./little-text.ts";

/**
 * The body of a new post: https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/posts-api
 * LinkedIn does not read the page behind a link: the card's title, summary and picture are sent.
 */
export function postBody(subject: string, { text, url, card }: FrozenPost, thumbnail: string | null): string {
  const { title, description } = linkCard(url, card);
  return JSON.stringify({
    author: personUrn(subject),
    commentary: toLittleText(text),
    visibility: "PUBLIC",
    distribution: { feedDistribution: "MAIN_FEED", targetEntities: [], thirdPartyDistributionChannels: [] },
    content: {
      article: {
        source: url,
        title,
        ...(description && { description }),
        ...(thumbnail && { thumbnail }),
      },
    },
    lifecycleState: "PUBLISHED",
    isReshareDisabledByAuthor: false,
  });
}

export const personUrn = (subject: string): string => `urn:li:person:${subject}`;
