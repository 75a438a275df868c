/** What the feed's address asks for. */
export type FeedFilters = {
  topic: string | undefined;
  q: string;
  /** Everything, rather than what fits the topics that the member follows. */
  view: "all" | undefined;
};

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const controls = /\p{Cc}/gu;

/**
 * The filters in an address. One that makes no sense is none, so that old links go on working.
 * No zod here: the browser reads its own address with this, and should not load a parser for it.
 */
export function readFeedFilters(search: Record<string, string | string[] | undefined>): FeedFilters {
  const { topic, q, view } = search;
  return {
    topic: typeof topic === "string" && uuid.test(topic) ? topic : undefined,
    q: typeof q === "string" ? cleanSearch(q) : "",
    view: view === "all" ? "all" : undefined,
  };
}

/** Without what no database can store: control characters and halves of letters. */
export const cleanSearch = (text: string): string =>
  text.slice(0, 200).toWellFormed().replace(controls, " ").trim();
