import type { Day } from "#lib/day.ts";
import type { Pace } from "../pace.ts";
import type { CampaignFigures } from "../progress/schemas.ts";
import type { CampaignDetails } from "../schemas.ts";

export type Reading = {
  campaign: CampaignDetails;
  figures: CampaignFigures;
  /** When they were counted: now, or when the campaign was closed. */
  computedAt: Date;
  rules: number;
  /** What is counted today where that differs from what a closed campaign keeps. */
  changed: { clicks: number; shares: number | null } | null;
  goals: Goal[];
  /** The last day that is counted. */
  countedTo: Day;
  organizationName: string;
  timeZone: string;
};

export type Goal = {
  what: "Shares" | "Clicks" | "Participants";
  grade: "measured" | "attested";
  /** Null while fewer than five people took part. */
  done: number | null;
  /** 0 is none. */
  goal: number;
  pace: Pace | null;
};
