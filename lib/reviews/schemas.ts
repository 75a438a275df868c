import { z } from "zod";
import { localTime } from "#lib/local-time.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networkIds } from "#lib/networks/networks.ts";
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

/** What a story may be shared to; null is every network, those that Herald learns later, too. */
export const chosenNetworks = z.array(z.enum(networkIds)).min(1, "Choose at least one network.").nullable();

export const approveInput = decideInput.extend({ networks: chosenNetworks.optional() });
export type ApproveInput = z.output<typeof approveInput>;

/** When a decision is wanted, as clocks in the organization's time zone show it; left out it stays as it is. */
export const submitInput = decideInput.extend({ dueAt: localTime.nullable().optional() });
export type SubmitInput = z.output<typeof submitInput>;

export const refuseInput = decideInput.extend({
  reason: reason.min(1, "Say why, so that the author knows what to do."),
});

export type Review = {
  id: string;
  decision: Decision;
  memberName: string;
  storyVersion: number;
  reason: string;
  /** Of an approval: what the story may be shared to; null is every network. */
  networks: NetworkId[] | null;
  decidedAt: Date;
};

/** What the desk shows of a story beside the story. */
export type ReviewSheet = {
  history: Review[];
  /** Why the viewer may not decide, if so. */
  whyNotDecide: string | null;
  /** Whose yes is still needed, as a sentence, where topics require some. */
  waits: string;
  hasSaidYes: boolean;
  approvedNetworks: NetworkId[] | null;
  /** When a decision is wanted; null when nobody said so, or it was taken. */
  dueAt: Date | null;
  /** Whether the viewer is of the desk; an approver of a topic only reviews. */
  mayDecideAlone: boolean;
};
