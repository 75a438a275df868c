import type { Share } from "../schemas.ts";

/** A share as the member who made it sees it. */
export type OwnShare = {
  id: string;
  storyTitle: string;
  network: Share["network"];
  state: Share["state"];
  postUrl: string | null;
  /** When it was confirmed, else when it was taken to the network. */
  sharedAt: Date;
  /** Counted clicks on its link. */
  clicks: number;
  /** What it has earned so far: for itself and for its clicks. */
  points: number;
};

export type OwnSharesPage = { shares: OwnShare[]; hasMore: boolean };

export type OwnFigures = {
  /** Confirmed by the member. */
  shares: number;
  /** Counted by our own log. */
  clicks: number;
  /** The part of the confirmed shares that are in the member's own words, 0 to 1; null before the first. */
  ownWordsRate: number | null;
};

/** Counted clicks in the seven days that end on `endsOn`. */
export type WeekOfClicks = { endsOn: string; clicks: number };

export type BestStory = { id: string; title: string; clicks: number; shares: number };
