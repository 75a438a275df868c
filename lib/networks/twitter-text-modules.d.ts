/** The modules of twitter-text that are needed; the package's own entry brings all of it to the browser. */
declare module "twitter-text/dist/parseTweet.js" {
  import type { ParsedTweet } from "twitter-text";

  /** Counts by X's configuration v3: 280 weighted, an address 23, an emoji 2. */
  export default function parseTweet(text: string): ParsedTweet;
}

declare module "twitter-text/dist/regexp/validGTLD.js" {
  /** The generic top-level domains. */
  const pattern: RegExp;
  export default pattern;
}

declare module "twitter-text/dist/regexp/validCCTLD.js" {
  /** The top-level domains of countries. */
  const pattern: RegExp;
  export default pattern;
}

declare module "twitter-text/dist/extractEntitiesWithIndices.js" {
  import type { EntityWithIndices } from "twitter-text";

  /** Addresses, hashtags, mentions and cashtags, as X finds them. */
  export default function extractEntitiesWithIndices(text: string): EntityWithIndices[];
}
