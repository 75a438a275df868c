import { z } from "zod";
import { plainText } from "#lib/plain-text.ts";
import { type Rules, rules } from "../rule-set.ts";

export const saveDraftInput = z.strictObject({
  rules,
  /** The version that the draft was made from. */
  basedOn: z.int().min(1),
});
export type SaveDraftInput = z.output<typeof saveDraftInput>;

export const publishInput = z.strictObject({
  basedOn: z.int().min(1),
  note: plainText()
    .min(10, "Say what changes and why, for everybody to read.")
    .max(500, "500 characters at most."),
});
export type PublishInput = z.output<typeof publishInput>;

/** A published rule set, and who published it; Herald's own has nobody. */
export type PublishedRules = {
  version: number;
  rules: Rules;
  note: string;
  publishedAt: string | null;
  publishedByName: string | null;
};

export type RulesRoom = {
  current: PublishedRules;
  /** Older ones, latest first. */
  earlier: PublishedRules[];
  draft: { rules: Rules; basedOn: number; savedAt: string; savedByName: string } | null;
};
