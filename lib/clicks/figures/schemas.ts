/** What our own log says about the hits on one link, or on several together. */
export type ClickFigures = {
  counted: number;
  /** What was stored and not counted, and why, in a sentence; empty when there was nothing of the kind. */
  notCounted: string;
  overTime: ClicksOverTime;
  /** Where the counted clicks came from, the most first. */
  origins: Record<OriginKind, Origin[]>;
};

export type TimeUnit = "hour" | "day" | "week" | "month";

/** Counted clicks from the first share until now, oldest first, in steps that a page has room for. */
export type ClicksOverTime = { unit: TimeUnit; steps: TimeStep[] };

export type TimeStep = {
  /** Tells steps apart, whatever they are called. */
  key: string;
  /** The step in full: "Tue 3 Nov, 14:00", "Tue 3 Nov", "Week of 2 Nov", "November 2026". */
  name: string;
  /** The same as short as an axis wants it. */
  mark: string;
  clicks: number;
};

export type OriginKind = "referrer" | "device" | "country";

export type Origin = { name: string; clicks: number };
