import type { StoryState } from "./schemas.ts";

/** How a story's state is called where people read it. */
export const stateNames: Record<StoryState, string> = {
  draft: "Draft",
  in_review: "In review",
  changes_requested: "Changes asked for",
  approved: "Approved",
  rejected: "Rejected",
  archived: "Archived",
};
