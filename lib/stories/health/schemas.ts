import type { Day } from "#lib/day.ts";

/** So many days ahead the desk looks for what comes and goes. */
export const daysAhead = 14;

export type TopicSupply = {
  /** Null for the stories without a topic. */
  topicId: string | null;
  name: string;
  live: number;
  coming: number;
  expiring: number;
};

/** How the library does. Days are whole days that have passed; null where there is nothing to tell of. */
export type StoryHealth = {
  topics: TopicSupply[];
  live: number;
  medianAge: number | null;
  oldestAge: number | null;
  neverShared: number;
  suggestions: number;
  medianWait: number | null;
  oldestWait: number | null;
  sources: { followed: number; failing: number; paused: number };
  /** The last day that is looked ahead to. */
  until: Day;
};
