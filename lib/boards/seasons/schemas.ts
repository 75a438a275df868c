import { z } from "zod";
import type { Day } from "#lib/day.ts";
import { plainText } from "#lib/plain-text.ts";
import type { BoardRow } from "../schemas.ts";

/** How long a season can be, in months. */
export const seasonLengths = [1, 3, 6, 12] as const;

export const seasonId = z.strictObject({ id: z.uuid() });

export const closeSeasonInput = z.strictObject({
  seasonId: z.uuid(),
  note: plainText().max(2000, "Keep the closing words under 2,000 characters."),
});
export type CloseSeasonInput = z.output<typeof closeSeasonInput>;

/** What everybody did together in a season, counted when it was closed. */
export type SeasonFigures = {
  /** Shares that members attest, and how many members there were. */
  shares: number;
  people: number;
  /** Measured. */
  clicks: number;
  /** Suggestions that were approved, and pledges that were kept. */
  ideas: number;
  pledges: number;
};

export type SeasonState = "running" | "ended" | "closed";
export type SeasonDto = {
  id: string;
  name: string;
  startsOn: Day;
  endsOn: Day;
  /** When it is closed by itself, unless an admin closes it before. */
  closesOn: Day;
  state: SeasonState;
};

/** A place of a closed season; `rewardPoints` are those that a reward may be given for, told to admins and to whose they are. */
export type SeasonRow = BoardRow & { rewardPoints: number | null };

/** How a season ended: places never change, and people are shown as they choose today. */
export type ClosedSeason = SeasonDto & {
  closing: { at: string; byName: string | null; note: string; figures: SeasonFigures };
  people: SeasonRow[];
  executives: SeasonRow[];
  teams: SeasonRow[];
  own: SeasonRow | null;
  smallestGroup: number;
};
