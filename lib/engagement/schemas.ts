/** One figure as people call it. Null: the network did not say, which is not nought. */
export type ReportedFigure = { name: string; value: number | null };

/** What a network reported of one's own share. Reported, not measured: never added to clicks. */
export type ShareEngagement = {
  networkName: string;
  /** Null before the first report, and when its time is over. */
  report: { source: string; takenAt: string; takenWhen: string; figures: ReportedFigure[] } | null;
  /** The account's audience when the share went out, which is not reach. */
  followers: { count: number; when: string } | null;
  /** Until when the network's terms let the report be kept; null when they say nothing. */
  keptUntil: string | null;
  /** What comes next, or why nothing does. */
  note: string;
};

/** What networks reported of a group's shares together. Each figure stands for at least five people, or is left out. */
export type GroupEngagement = { name: string; sum: number; shares: number; people: number }[];
