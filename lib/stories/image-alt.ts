import type { StoryContent, StoryState } from "./schemas.ts";

/** What is asked of whoever puts an image before others. */
export const wantsAlt = "Say what the image shows, for people who cannot see it.";

type Image = Pick<StoryContent, "imageId" | "imageAlt">;

/**
 * Whether an edit would put an image without a description before others. A draft may wait for its description until it is handed in,
 * and an image that never had one does not stand in the way of another change.
 */
export function lacksAlt(state: StoryState, before: Image, after: Image): boolean {
  const isSeen = state === "in_review" || state === "approved";
  const isNew = after.imageId !== before.imageId || before.imageAlt !== "";
  return isSeen && after.imageId !== null && after.imageAlt === "" && isNew;
}
