import { z } from "zod";
import { plainText } from "#lib/plain-text.ts";
import { languageTag } from "../captions/schemas.ts";
import { type StoryState, shortText, webAddress } from "../schemas.ts";

export const suggestStoryInput = z.strictObject({
  /** Made by the form, so that sending it twice makes one story. */
  id: z.uuid(),
  url: webAddress,
  note: plainText()
    .min(1, "Say in a line why this is worth sharing.")
    .max(1_000, "The note is too long. Up to 1,000 characters fit."),
  title: shortText(200, "The title").min(1, "Give it a title."),
  summary: shortText(1_000, "The summary").default(""),
  siteName: shortText(100, "The site's name").default(""),
  canonicalUrl: webAddress.nullable().default(null),
  imageId: z.uuid().nullable().default(null),
  language: languageTag,
});
export type SuggestStoryInput = z.output<typeof suggestStoryInput>;

/** What happened to a suggestion, in the order in which it did. */
export type SuggestionStep = {
  what: "suggested" | "sent_back" | "handed_in" | "approved" | "declined" | "live" | "archived";
  at: Date;
  /** Who decided; null for what nobody did by hand. */
  byName: string | null;
  /** Why it was sent back or declined, or the line of thanks that came with the approval. */
  words: string;
};

/** How a suggestion fares, as the person who made it sees it. */
export type Suggestion = {
  id: string;
  title: string;
  siteName: string;
  state: StoryState;
  /** Whether it can be opened in the feed just now. */
  isLive: boolean;
  /** Why it was sent back or refused; empty otherwise. */
  reason: string;
  suggestedAt: Date;
  steps: SuggestionStep[];
  /** Counted clicks on the links to it; null while fewer than five people have shared it. */
  reached: number | null;
};

/** How much of a page's own words an address brings along. */
export const noteLimit = 600;

const word = (limit: number) =>
  z
    .string()
    .catch("")
    .transform((text) => plainText().parse(text).slice(0, limit));

/** What a bookmarklet or the extension puts into the address. Whoever made the link made it up: it only fills in the form. */
export const suggestionBegins = z.object({
  url: webAddress.catch(""),
  title: word(200),
  note: word(noteLimit).transform((text) => (text ? `“${text}”` : "")),
});
export type SuggestionBegins = z.output<typeof suggestionBegins>;
