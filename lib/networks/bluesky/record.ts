import type { Access } from "../account.ts";
import { linkCard } from "../link-card.ts";
import type { FrozenPost } from "../publisher.ts";
import { blueskySegments, toFacets } from "./facets.ts";
import { findDid } from "./identity.ts";

export const collection = "app.bsky.feed.post";

export type Blob = { $type: "blob"; ref: { $link: string }; mimeType: string; size: number };

/** The post as it is kept in the member's repository: https://docs.bsky.app/docs/advanced-guides/posts */
export async function toRecord(access: Access, post: FrozenPost, thumb: Blob | null): Promise<object> {
  const { text, url, card, language, createdAt } = post;
  const segments = blueskySegments(text, url);
  const { title, description } = linkCard(url, card);
  const facets = toFacets(segments, await findMentioned(access, segments));
  return {
    $type: collection,
    text: segments.map((segment) => segment.text).join(""),
    createdAt,
    langs: [language],
    facets,
    embed: {
      $type: "app.bsky.embed.external",
      external: {
        uri: url,
        title,
        description,
        ...(thumb && { thumb }),
      },
    },
  };
}

/** Most accounts that are looked up for one post: each is a question to the member's server. */
const mostMentions = 10;

async function findMentioned(
  { origin }: Access,
  segments: ReturnType<typeof blueskySegments>,
): Promise<Map<string, string>> {
  const handles = segments.flatMap((segment) => (segment.kind === "mention" ? [segment.handle] : []));
  const found = await Promise.all(
    [...new Set(handles)]
      .slice(0, mostMentions)
      .map(async (handle) => [handle, await findDid(origin, handle)] as const),
  );
  return new Map(found.filter(([, did]) => did.startsWith("did:")));
}
