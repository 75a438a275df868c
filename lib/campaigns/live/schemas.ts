import type { Day } from "#lib/day.ts";
import type { FeedStory } from "#lib/stories/feed/schemas.ts";
import type { Phase } from "../phase.ts";
import type { Goal } from "../report/schemas.ts";

/** A campaign as those see it who are asked to take part. */
export type LiveCampaign = {
  id: string;
  name: string;
  brief: string;
  startsOn: Day;
  endsOn: Day;
  phase: Phase;
  goals: Goal[];
  /** Its live stories that are meant for the reader. */
  stories: FeedStory[];
};

export type NamedCampaign = { id: string; name: string; endsOn: Day };
