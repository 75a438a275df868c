import type { ClickFigures, Origin } from "#lib/clicks/figures/schemas.ts";
import type { GroupEngagement } from "#lib/engagement/schemas.ts";
import type { StoryState } from "../schemas.ts";

/** What came of a story, all its shares together: never who brought what. */
export type StoryClicks = {
  story: { id: string; title: string; state: StoryState };
  /** Counted. Null until somebody has taken it to a network. */
  clicks: number | null;
  /** Null while fewer than five people confirmed a share: more would be one person's own result. */
  group: GroupClicks | null;
};

/** What came of the shares of five people or more. */
export type GroupClicks = {
  /** Confirmed by those who shared. */
  shares: number;
  people: number;
  figures: Omit<ClickFigures, "origins">;
  /** Each network and each site stands for at least five people, or is joined with others; null when none may be told apart. */
  networks: Origin[] | null;
  /** What networks reported. */
  engagement: GroupEngagement;
  origins: Omit<ClickFigures["origins"], "referrer"> & { referrer: Origin[] | null };
};

/** For colleagues, in a line. */
export type StoryTotals = { people: number; clicks: number };

/** For the desk, in a line. Null shares are those of fewer than five people. */
export type DeskTotals = { shares: number | null; clicks: number };
