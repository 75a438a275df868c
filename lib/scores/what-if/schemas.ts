import { z } from "zod";

export const whatIfFilters = z.object({
  /** How many days up to today are replayed. */
  days: z.enum(["30", "60", "90"]).catch("30"),
});
export type WhatIfFilters = z.output<typeof whatIfFilters>;

/** Somebody's points and place in the period, as they are and as they would be. */
export type WhatIfRow = {
  key: string;
  name: string;
  before: number;
  after: number;
  rankBefore: number | null;
  rankAfter: number | null;
};

export type WhatIf = {
  from: string;
  to: string;
  facts: number;
  before: number;
  after: number;
  /** Those whose place changes most, first; people who do not appear on boards are counted, and not listed. */
  rows: WhatIfRow[];
  people: number;
  unchanged: number;
};
