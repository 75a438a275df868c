import { z } from "zod";
import { plainText } from "#lib/plain-text.ts";
import { languageTag } from "#lib/stories/captions/schemas.ts";
import { shortText, webAddress } from "#lib/stories/schemas.ts";

export const sourceModes = ["propose", "draft", "approve"] as const;
export type SourceMode = (typeof sourceModes)[number];

/** What somebody types: `acme.test` is meant as `https://acme.test`. */
const looseAddress = plainText()
  .min(1, "Paste the address of a feed or of a site.")
  .overwrite((text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`))
  .pipe(webAddress);

export const findFeedsInput = z.strictObject({ address: looseAddress });
export type FindFeedsInput = z.output<typeof findFeedsInput>;

const settings = z.strictObject({
  name: shortText(100, "The name").min(1, "Give the source a name."),
  language: languageTag,
  mode: z.enum(sourceModes).default("propose"),
  dailyCap: z.coerce
    .number("Enter a number from 0 to 100.")
    .int("Enter a whole number.")
    .min(0, "Enter a number from 0 to 100.")
    .max(100, "Enter a number from 0 to 100.")
    .default(5),
  everyMinutes: z.coerce.number().int().min(5).max(10_080).default(60),
  topicIds: z.array(z.uuid()).max(20, "Up to 20 topics fit.").default([]),
});
export type SourceSettings = z.output<typeof settings>;

export const addSourceInput = settings.extend({ feedUrl: looseAddress });
export type AddSourceInput = z.output<typeof addSourceInput>;

export const editSourceInput = settings.extend({ sourceId: z.uuid() });
export type EditSourceInput = z.output<typeof editSourceInput>;

export const sourceIdInput = z.strictObject({ sourceId: z.uuid() });
export type SourceIdInput = z.output<typeof sourceIdInput>;

/** A feed that was found at an address, and what it would bring. */
export type FoundFeed = {
  feedUrl: string;
  title: string;
  siteUrl: string | null;
  language: string | null;
  itemCount: number;
  newest: string | null;
  /** Its name, when the organization has it already. */
  knownAs: string | null;
};
/** Either feeds, or why there are none. */
export type FoundFeeds = { feeds: FoundFeed[]; refusal: string | null };

/** What came of a poll that somebody asked for. */
export type PollOutcome = { arrived: number; made: number; error: string | null };

/** A source as the desk shows it, with its health. */
export type Source = SourceSettings & {
  id: string;
  feedUrl: string;
  siteUrl: string | null;
  topicNames: string[];
  isPaused: boolean;
  waiting: number;
  nextPollAt: Date;
  lastPolledAt: Date | null;
  lastSucceededAt: Date | null;
  lastError: string | null;
  failures: number;
};

export type SourceChoices = {
  topics: { id: string; name: string }[];
  canLetApprove: boolean;
};

export const sourcesFilters = z.object({
  source: z.uuid().optional().catch(undefined),
});
