import { z } from "zod";
import { localTime } from "#lib/local-time.ts";
import type { StoryState } from "../schemas.ts";

const which = { storyId: z.uuid(), version: z.int().positive() };

/** Either time of a story, as clocks in the organization's zone show it. */
export const moveStoryInput = z.union([
  z.strictObject({ ...which, publishAt: localTime }),
  z.strictObject({ ...which, expiresAt: localTime }),
]);

export type MoveStoryInput = z.output<typeof moveStoryInput>;

/** A story's going live or its expiring, in the desk's calendar. */
export type PlannedMoment = {
  /** The story's id and which of its times it is. */
  id: string;
  storyId: string;
  version: number;
  title: string;
  state: StoryState;
  moment: "publishAt" | "expiresAt";
  at: string;
  /** Whether it has come. */
  isOver: boolean;
  /** Why it stays where it is; null while it can be moved. */
  whyFixed: string | null;
};

export type Planned = {
  moments: PlannedMoment[];
  /** Whether there are more than can be shown. */
  isCut: boolean;
};

export type MovedStory = { version: number; at: string };
