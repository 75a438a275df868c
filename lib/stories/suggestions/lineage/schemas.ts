import { z } from "zod";
import type { Contributor } from "#lib/scores/fact.ts";
import type { SuggestionStep } from "../schemas.ts";

export const suggestionId = z.strictObject({ id: z.uuid() });

/** Where an idea went, and what of it flowed back to those it came from. */
export type Lineage = {
  id: string;
  title: string;
  steps: SuggestionStep[];
  /** Counted clicks on everybody's links; null while fewer than five people have shared it. */
  reached: number | null;
  /** Who had a part in it, and how many points of colleagues' shares and clicks came to them; they add up to `credit`. */
  parts: { name: string; isOwn: boolean; by: Contributor["by"][]; points: number }[];
  credit: { points: number; shares: number; clicks: number };
};
