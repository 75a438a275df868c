import type { network } from "#db/enums.ts";

const places: Record<(typeof network.enumValues)[number], string> = {
  linkedin: "on LinkedIn",
  x: "on X",
  bluesky: "on Bluesky",
  mastodon: "on Mastodon",
  threads: "on Threads",
  facebook: "on Facebook",
  whatsapp: "by WhatsApp",
  email: "by e-mail",
  elsewhere: "elsewhere",
};
const numerals = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** “A factory that runs on rain” on LinkedIn */
export function nameShare(title: string, on: (typeof network.enumValues)[number]): string {
  return `“${title}” ${places[on]}`;
}

export const inWords = (count: number): string => numerals[count] ?? String(count);

/** 10, 2.5, 0.3125: no more decimals than it has. */
export const inFigures = (value: number): string => String(Number(value.toFixed(4)));
