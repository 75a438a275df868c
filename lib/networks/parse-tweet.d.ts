/** The one module of twitter-text that counts; the package's own entry brings all of it to the browser. */
declare module "twitter-text/dist/parseTweet.js" {
  import type { ParsedTweet } from "twitter-text";

  /** Counts by X's configuration v3: 280 weighted, an address 23, an emoji 2. */
  export default function parseTweet(text: string): ParsedTweet;
}
