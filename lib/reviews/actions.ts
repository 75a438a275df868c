"use server";

import { action } from "#lib/action.ts";
import {
  approveStory,
  archiveStory,
  rejectStory,
  requestChanges,
  restoreStory,
  submitStory,
} from "./mutations.ts";
import { decideInput, refuseInput } from "./schemas.ts";

export const submitStoryAction = action(decideInput, submitStory);
export const approveStoryAction = action(decideInput, approveStory);
export const requestChangesAction = action(refuseInput, requestChanges);
export const rejectStoryAction = action(refuseInput, rejectStory);
export const archiveStoryAction = action(decideInput, archiveStory);
export const restoreStoryAction = action(decideInput, restoreStory);
