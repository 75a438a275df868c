import type { StoryState } from "#lib/stories/schemas.ts";

export const deskAddress = (tab: StoryState, storyId?: string): string =>
  storyId ? `/desk?tab=${tab}&story=${storyId}` : `/desk?tab=${tab}`;

export const editorAddress = (storyId: string): string => `/desk/stories/${storyId}`;

export const clicksAddress = (storyId: string): string => `/desk/stories/${storyId}/clicks`;
