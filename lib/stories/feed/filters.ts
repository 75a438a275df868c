/** What the feed's address asks for. */
export type FeedFilters = { topic: string | undefined; q: string };

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const controls = /\p{Cc}/gu;

/**
 * The filters in an address. One that makes no sense is none, so that old links go on working.
 * No zod here: the browser reads its own address with this, and should not load a parser for it.
 */
export function readFeedFilters(search: Record<string, string | string[] | undefined>): FeedFilters {
  const { topic, q } = search;
  return {
    topic: typeof topic === "string" && uuid.test(topic) ? topic : undefined,
    q: typeof q === "string" ? cleanSearch(q) : "",
  };
}

/** Without what no database can store: control characters and halves of letters. */
export const cleanSearch = (text: string): string =>
  text.slice(0, 200).toWellFormed().replace(controls, " ").trim();
