import { z } from "zod";
import type { StoryState } from "#lib/stories/schemas.ts";

export const placeStoryInput = z.strictObject({ campaignId: z.uuid(), storyId: z.uuid() });
export type PlaceStoryInput = z.output<typeof placeStoryInput>;

export const findStoriesInput = z.object({
  id: z.uuid(),
  q: z
    .string()
    .max(200)
    .transform((text) => text.trim()),
});
export type FindStoriesInput = z.output<typeof findStoriesInput>;

/** A story that could be part of the campaign. */
export type FoundStory = {
  id: string;
  title: string;
  state: StoryState;
  /** The campaign that it would leave; null when it is in none. */
  campaignName: string | null;
};
