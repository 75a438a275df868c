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
import { approveInput, decideInput, refuseInput, submitInput } from "./schemas.ts";

export const submitStoryAction = action(submitInput, submitStory);
export const approveStoryAction = action(approveInput, approveStory);
export const requestChangesAction = action(refuseInput, requestChanges);
export const rejectStoryAction = action(refuseInput, rejectStory);
export const archiveStoryAction = action(decideInput, archiveStory);
export const restoreStoryAction = action(decideInput, restoreStory);
