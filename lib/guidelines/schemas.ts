import { z } from "zod";
import type { Day } from "#lib/day.ts";
import { networkIds } from "#lib/networks/networks.ts";
import { plainText } from "#lib/plain-text.ts";
import type { Guideline } from "./guideline.ts";
import { isFindable } from "./phrases/find-phrases.ts";

export const mostPhrases = 2_000;

const required = plainText().max(2_000, "Up to 2,000 characters fit.");
const place = z.enum(["anywhere", "start", "before", "end"]);
const within = z.int().min(1, "Count at least one character.").max(5_000).nullable();
const phrase = plainText()
  .max(200, "A phrase has up to 200 characters.")
  .refine(isFindable, "There is a phrase without anything that can be seen.");
const phrases = z
  .array(phrase)
  .max(mostPhrases, "Up to 2,000 phrases fit.")
  .transform((written) => [...new Set(written)]);
const somePhrases = phrases.refine((written) => written.length > 0, "Write at least one phrase.");

export const guidelineRule = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("disclosure"),
    texts: z
      .array(required.min(1, "Write the words."))
      .min(1, "Write the words that have to be said.")
      .max(20, "Up to 20 texts fit."),
    place,
    within,
  }),
  z.strictObject({ kind: z.literal("blocked_phrases"), phrases: somePhrases }),
  z.strictObject({ kind: z.literal("warned_phrases"), phrases: somePhrases }),
  z.strictObject({
    kind: z.literal("locked_text"),
    text: required.min(1, "Write the text that has to be in it."),
    place,
    within,
  }),
  z.strictObject({
    kind: z.literal("link_required"),
    address: plainText()
      .max(2_000)
      .refine(
        (address) => address === "" || /^https?:\/\/\S+$/i.test(address),
        "Write an address with https://.",
      ),
  }),
  z.strictObject({ kind: z.literal("expiry"), phrases, until: z.iso.date("Choose the last day.") }),
]);

const day = z.iso.date("Choose a day.").nullable();
const trialText = plainText().max(5_000, "Up to 5,000 characters fit.");

const content = z.strictObject({
  name: plainText().min(1, "Give the guideline a name.").max(80, "Keep the name under 80 characters."),
  rule: guidelineRule,
  explanation: plainText().max(500, "Keep it under 500 characters."),
  networks: z.array(z.enum(networkIds)).max(networkIds.length),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/, "Choose countries from the list."))
    .max(250)
    .transform((codes) => [...new Set(codes)].sort()),
  topicIds: z.array(z.uuid()).max(100),
  startsOn: day,
  endsOn: day,
  passingText: trialText,
  failingText: trialText,
});

const fits = ({ rule, topicIds, startsOn, endsOn }: GuidelineContent, context: z.RefinementCtx) => {
  const refuse = (path: string[], message: string) => context.addIssue({ code: "custom", path, message });
  if (rule.kind === "expiry" && rule.phrases.length === 0 && topicIds.length === 0)
    refuse(["rule", "phrases"], "Write the phrases that end, or choose the topics that end as a whole.");
  if (startsOn && endsOn && endsOn < startsOn) refuse(["endsOn"], "It would end before it begins.");
};

export type GuidelineContent = z.output<typeof content>;

export const addGuidelineInput = content.superRefine(fits);
export const editGuidelineInput = content
  .extend({ guidelineId: z.uuid(), version: z.int().positive() })
  .superRefine(fits);
export const switchGuidelineInput = z.strictObject({
  guidelineId: z.uuid(),
  version: z.int().positive(),
  isOn: z.boolean(),
});
export const removeGuidelineInput = z.strictObject({ guidelineId: z.uuid() });

export type EditGuidelineInput = z.output<typeof editGuidelineInput>;
export type SwitchGuidelineInput = z.output<typeof switchGuidelineInput>;

/** A guideline as the desk sees it. */
export type GuidelineDetails = Guideline & {
  topicNames: string[];
  passingText: string;
  failingText: string;
  /** Since when it holds (ISO) and who switched it on; null while it is off. */
  enabledAt: string | null;
  enabledByName: string | null;
};

/** Everything on the desk's page of guidelines. */
export type GuidelineRoom = {
  guidelines: GuidelineDetails[];
  topics: { id: string; name: string }[];
  /** What every short link begins with: a test text may carry one. */
  shortLinks: string;
  timeZone: string;
};

/** The guidelines that may be asked of a member for a story, on whichever network, and what decides. */
export type Asked = { guidelines: Guideline[]; country: string; topicIds: string[]; day: Day };

/** What a guideline would have done to what was shared. */
export type Preview = {
  days: number;
  /** Shares that it is for. */
  shares: number;
  passes: number;
  /** Would have passed once Herald had added its words. */
  added: number;
  warns: number;
  blocks: number;
  /** There were more shares than were looked at. */
  isPartial: boolean;
};
