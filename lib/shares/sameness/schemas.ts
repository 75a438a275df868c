import { z } from "zod";
import { networkIds } from "#lib/networks/networks.ts";
import { shareText } from "../schemas.ts";

export const compareInput = z.strictObject({ network: z.enum(networkIds), text: shareText });
export type CompareInput = z.output<typeof compareInput>;

/** How much a text sounds like what colleagues posted of late. Whose the closest words are is never said. */
export type Sameness = {
  /** How many colleagues posted nearly the same: on this network, else on any other. */
  colleagues: number;
  isHere: boolean;
  /** The closest of their texts, without link and disclosure; null when none is close. */
  closest: string | null;
};
