import { z } from "zod";
import { plainText } from "#lib/plain-text.ts";

export const decisions = [
  "submitted",
  "approved",
  "changes_requested",
  "rejected",
  "archived",
  "restored",
  "signed_off",
] as const;
export type Decision = (typeof decisions)[number];
/** What a person can do; an approval becomes a sign-off where somebody else's is still needed. */
export type DecisionAct = Exclude<Decision, "signed_off">;

const reason = plainText().max(2_000, "The reason is too long. Up to 2,000 characters fit.");

/** Names the version that was looked at, so that nobody decides on something else. */
export const decideInput = z.strictObject({
  storyId: z.uuid(),
  version: z.int().positive(),
  reason: reason.default(""),
});
export type DecideInput = z.output<typeof decideInput>;

export const refuseInput = decideInput.extend({
  reason: reason.min(1, "Say why, so that the author knows what to do."),
});

export type Review = {
  id: string;
  decision: Decision;
  memberName: string;
  storyVersion: number;
  reason: string;
  decidedAt: Date;
};

/** What the desk shows of a story beside the story: its history, and why the viewer may not decide, if so. */
export type ReviewSheet = { history: Review[]; whyNotDecide: string | null };
