import { networks } from "#lib/networks/networks.ts";
import { countLength } from "#lib/networks/text-length.ts";
import { withDisclosure } from "#lib/shares/disclosure.ts";
import type { CaptionInput } from "#lib/stories/captions/schemas.ts";
import { cutWords } from "../reading/item-text.ts";

type Told = { title: string; summary: string; language: string };

const leadLimit = 320;

/**
 * Captions to begin with, one for LinkedIn and one for X, made of the item's own words; they differ, and they fit beside our
 * link and what the organization requires. Somebody who reads the story will write better ones.
 */
export function captionsOf({ title, summary, language }: Told, requiredDisclosure: string): CaptionInput[] {
  const sentences = sentencesOf(summary, language);
  const lead = leadOf(sentences);
  const long = lead ? `${title}\n\n${lead}` : title;
  const short = sentences.find(
    (sentence) => sentence.length >= 40 && fitsBeside("x", sentence, requiredDisclosure),
  );
  return [
    caption("linkedin", language, shorten("linkedin", long, requiredDisclosure)),
    caption("x", language, shorten("x", short ?? title, requiredDisclosure)),
  ];
}

type Network = "linkedin" | "x";

const caption = (network: Network, language: string, text: string): CaptionInput => ({
  ...{ network, language, text },
  audienceId: null,
  weight: 1,
});

function sentencesOf(text: string, language: string): string[] {
  const segments = new Intl.Segmenter(language, { granularity: "sentence" }).segment(text);
  return [...segments].map(({ segment }) => segment.trim()).filter(Boolean);
}

/** The first sentences, as many as a person reads before "see more". */
function leadOf(sentences: string[]): string {
  const [first = "", ...others] = sentences;
  let lead = cutWords(first, leadLimit);
  for (const sentence of others) {
    if (lead.length + 1 + sentence.length > leadLimit) break;
    lead = `${lead} ${sentence}`;
  }
  return lead;
}

function shorten(network: Network, text: string, requiredDisclosure: string): string {
  for (let limit = text.length; limit > 20; limit -= Math.max(1, Math.ceil(limit / 20))) {
    const words = cutWords(text, limit);
    if (fitsBeside(network, words, requiredDisclosure)) return words;
  }
  return cutWords(text, 20);
}

const fitsBeside = (network: Network, text: string, requiredDisclosure: string): boolean =>
  countLength(network, withDisclosure(text, requiredDisclosure), true) <= networks[network].maxLength;
