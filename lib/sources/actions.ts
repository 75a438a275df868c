"use server";

import { action } from "#lib/action.ts";
import { findFeeds } from "./finding/queries.ts";
import { dismissItem, makeStory, restoreItem } from "./items/mutations.ts";
import { itemIdInput } from "./items/schemas.ts";
import {
  addSource,
  editSource,
  pauseSource,
  pollSourceNow,
  removeSource,
  restoreSource,
  resumeSource,
} from "./mutations.ts";
import { addSourceInput, editSourceInput, findFeedsInput, sourceIdInput } from "./schemas.ts";

export const findFeedsAction = action(findFeedsInput, findFeeds);
export const addSourceAction = action(addSourceInput, addSource);
export const editSourceAction = action(editSourceInput, editSource);
export const pauseSourceAction = action(sourceIdInput, pauseSource);
export const resumeSourceAction = action(sourceIdInput, resumeSource);
export const removeSourceAction = action(sourceIdInput, removeSource);
export const restoreSourceAction = action(sourceIdInput, restoreSource);
export const pollSourceAction = action(sourceIdInput, pollSourceNow);
export const makeStoryAction = action(itemIdInput, makeStory);
export const dismissItemAction = action(itemIdInput, dismissItem);
export const restoreItemAction = action(itemIdInput, restoreItem);
