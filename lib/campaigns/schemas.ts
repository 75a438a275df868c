import { z } from "zod";
import type { Day } from "#lib/day.ts";
import { plainText } from "#lib/plain-text.ts";
import type { Phase } from "./phase.ts";
import type { Totals } from "./progress/schemas.ts";

const utm = (what: string) =>
  plainText()
    .max(60, `${what} is too long. Up to 60 characters fit.`)
    .regex(/^[\w.~-]*$/, `${what} takes letters, digits and . _ ~ - only.`)
    .default("");

const goal = z
  .int("Write a whole number.")
  .min(0, "A goal is a number from 0, which is none.")
  .max(10_000_000, "That is more than can be counted here.")
  .default(0);

const content = z.strictObject({
  name: plainText().min(1, "Give the campaign a name.").max(100, "Keep the name under 100 characters."),
  brief: plainText().max(5_000, "The brief is too long. Up to 5,000 characters fit.").default(""),
  /** Days of the organization; both are part of the campaign. */
  startsOn: z.iso.date("Choose its first day."),
  endsOn: z.iso.date("Choose its last day."),
  goalShares: goal,
  goalClicks: goal,
  goalParticipants: goal,
  audienceId: z.uuid().nullable().default(null),
  utmSource: utm("The source"),
  utmMedium: utm("The medium"),
  utmCampaign: utm("The campaign"),
});

const endsAfterItStarts = ({ startsOn, endsOn }: { startsOn: Day; endsOn: Day }) => startsOn <= endsOn;
const otherwise = { path: ["endsOn"], message: "The last day comes before the first." };

export const createCampaignInput = content
  // Made by the form, so that sending it twice makes one campaign.
  .extend({ id: z.uuid() })
  .refine(endsAfterItStarts, otherwise);
export type CreateCampaignInput = z.output<typeof createCampaignInput>;

export const editCampaignInput = content
  .extend({ campaignId: z.uuid() })
  .refine(endsAfterItStarts, otherwise);
export type EditCampaignInput = z.output<typeof editCampaignInput>;

export type CampaignContent = z.output<typeof content>;

export const campaignId = z.object({ id: z.uuid() });

export const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1);

/** What the form lets choose from, and the day it is. */
export type CampaignChoices = { audiences: { id: string; name: string }[]; today: Day };

/** A campaign as its own page and its report have it. */
export type CampaignDetails = CampaignContent & {
  id: string;
  audienceName: string | null;
  phase: Phase;
  closing: Closing | null;
};

export type Closing = { at: Date; byName: string; note: string };

export type Goals = Pick<CampaignContent, "goalShares" | "goalClicks" | "goalParticipants">;

export type ListedCampaign = Pick<CampaignContent, "name" | "startsOn" | "endsOn"> &
  Goals & { id: string; phase: Phase; stories: number; totals: Totals };

export type CampaignsPage = { campaigns: ListedCampaign[]; page: number; pageCount: number };
