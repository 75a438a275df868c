import { z } from "zod";
import { type StoryKind, type StoryState, storyStates } from "../schemas.ts";

/** A queue of the desk: the stories in one state. */
export const deskFilters = z.object({
  tab: z.enum(storyStates).catch("in_review"),
  story: z.uuid().optional().catch(undefined),
});

/** Whether employees see an approved story now. */
export type Visibility = "scheduled" | "live" | "expired";

export type DeskStory = {
  id: string;
  kind: StoryKind;
  title: string;
  siteName: string;
  authorName: string;
  suggestedByName: string | null;
  updatedAt: Date;
  /** When a decision is wanted; null when nobody said so. */
  dueAt: Date | null;
  /** Comments of others that the viewer has not seen. */
  unread: number;
  /** Null unless the story is approved. */
  visibility: Visibility | null;
};

export type DeskQueue = { tab: StoryState; stories: DeskStory[]; counts: Record<StoryState, number> };
