import type { Day } from "#lib/day.ts";

/** Of a campaign's own days and stories. Shares are null while fewer than five people took part. */
export type Totals = {
  /** Counted. */
  clicks: number;
  /** Confirmed by those who shared, or by a network; and by how many people. */
  taking: { shares: number; people: number } | null;
};

/** One network, or one story, or several joined so that five people stand behind them. */
export type FigureLine = { name: string; shares: number; clicks: number };

/** What came of a campaign, never who brought what. */
export type CampaignFigures = Totals & {
  /** The part of the shares that networks confirmed; null where either part stands for fewer than five people. */
  reportedShares: number | null;
  /** Counted clicks day by day; empty while fewer than five people took part. */
  days: { day: Day; clicks: number }[];
  /** Null when no two can be told apart. */
  networks: FigureLine[] | null;
  /** Every story of it. Figures are null where fewer than five people stand behind them. */
  stories: { id: string; title: string; figures: Omit<FigureLine, "name"> | null }[];
  /** The stories without figures of their own, together. */
  otherStories: (Omit<FigureLine, "name"> & { count: number }) | null;
};

/** As they stood at a moment, by the rules of that time. */
export type KeptFigures = { rules: number; computedAt: string; figures: CampaignFigures };
