import { z } from "zod";
import type { BadgeName } from "./badges/badges.ts";
import type { Level } from "./level.ts";
import type { Streak } from "./streak.ts";
import type { ThanksDto } from "./thanks/schemas.ts";

export const switchRecognitionInput = z.strictObject({ isOn: z.boolean() });
export type SwitchRecognitionInput = z.output<typeof switchRecognitionInput>;

/** A member's own recognition. Nobody else reads it. */
export type Recognition = {
  streak: Streak;
  level: Level;
  /** Those earned, with when; null for the others. */
  badges: { badge: BadgeName; earnedAt: string | null }[];
  received: ThanksDto[];
  given: ThanksDto[];
};
