/** The one module of twitter-text that counts; the package's own entry brings all of it to the browser. */
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
