import { postedText } from "../posted-text.ts";

/** All that a post on X is: the words, and the link behind them, from which X makes the card. */
export function xPostText(text: string, url: string): string {
  const words = postedText(text);
  return words ? `${words} ${url}` : url;
}
