import { z } from "zod";
import type { pledgeState } from "#db/enums.ts";
import { emailAddress } from "#lib/auth/email-address.ts";
import type { Day } from "#lib/day.ts";
import { plainText } from "#lib/plain-text.ts";

const remindOn = z.int().min(1).max(7).nullable();

export const makePledgeInput = z
  .strictObject({
    /** Made by the form, so that sending it twice makes one pledge. */
    id: z.uuid(),
    by: z.enum(["me", "team"]),
    shares: z
      .int("Write a whole number of shares.")
      .min(1, "Promise one share at least.")
      .max(500, "500 shares at most. Promise what you can keep."),
    isWeekly: z.boolean(),
    campaignId: z.uuid().nullable(),
    topicId: z.uuid().nullable(),
    startsOn: z.iso.date("Choose its first day."),
    endsOn: z.iso.date("Choose its last day."),
    note: plainText().max(200, "Keep it under 200 characters."),
    /** Addresses of colleagues who depend on it. */
    dependents: z
      .array(emailAddress)
      .max(20, "Name 20 colleagues at most.")
      .transform((all) => [...new Set(all)]),
    remindOn,
    isSharedWithManagers: z.boolean(),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ["endsOn"],
    message: "The last day comes before the first.",
  })
  .refine(({ startsOn, endsOn }) => Date.parse(endsOn) - Date.parse(startsOn) <= 370 * 86_400_000, {
    path: ["endsOn"],
    message: "Promise for a year at most.",
  });
export type MakePledgeInput = z.output<typeof makePledgeInput>;

export const changePledgeInput = z.strictObject({
  pledgeId: z.uuid(),
  remindOn,
  isSharedWithManagers: z.boolean(),
});
export type ChangePledgeInput = z.output<typeof changePledgeInput>;

export const releasePledgeInput = z.strictObject({
  pledgeId: z.uuid(),
  reason: plainText()
    .min(3, "Say why, for those who depend on it.")
    .max(300, "Keep it under 300 characters."),
});
export type ReleasePledgeInput = z.output<typeof releasePledgeInput>;

export const pledgeId = z.object({ id: z.uuid() });

export type PledgeState = (typeof pledgeState.enumValues)[number];

/** A pledge as whoever may see it sees it. A team's says what the team shared, and never who. */
export type PledgeDto = {
  id: string;
  words: string;
  note: string;
  /** Whose it is: a colleague's name or a team's. */
  byName: string;
  isTeams: boolean;
  isOwn: boolean;
  /** Whether the viewer may release it, hand it over or change its settings. */
  mayChange: boolean;
  state: PledgeState;
  releaseReason: string;
  startsOn: Day;
  endsOn: Day;
  done: number;
  asked: number;
  /** How many would be there by now. */
  pace: number;
  /** Mondays of weeks that rest. */
  restingWeeks: Day[];
  /** Whether it rests today. */
  restsToday: boolean;
  dependentNames: string[];
  remindOn: number | null;
  isSharedWithManagers: boolean;
  /** An offer to take it over that waits. */
  offer: { id: string; toName: string; fromName: string; note: string; isToViewer: boolean } | null;
};

export type PledgesRoom = {
  offered: PledgeDto[];
  own: PledgeDto[];
  team: PledgeDto[];
  depended: PledgeDto[];
  /** Of the viewer's own and their team's, the latest first. */
  over: PledgeDto[];
  /** Of the viewer's own; null before the first is judged. */
  keptRate: number | null;
};
