import type { ClickFigures } from "#lib/clicks/figures/schemas.ts";
import type { StoryState } from "../schemas.ts";

/** What came of a story, all its shares together: never who brought what. */
export type StoryClicks = {
  story: { id: string; title: string; state: StoryState };
  /** Confirmed by those who shared. */
  shares: number;
  /** How many people confirmed one. */
  people: number;
  /** Null until somebody has taken it to a network. */
  figures: ClickFigures | null;
  /** Null while so few shared that a line could be one person's own result. */
  networks: NetworkClicks[] | null;
};

/** What came of the shares to one network, or to several that too few chose each. */
export type NetworkClicks = { name: string; clicks: number };

/** The same in a line. */
export type StoryTotals = { shares: number; people: number; clicks: number };
