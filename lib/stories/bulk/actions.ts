"use server";

import { action } from "#lib/action.ts";
import { changeStories, undoChanges } from "./mutations.ts";
import { changeStoriesInput, undoChangesInput } from "./schemas.ts";

export const changeStoriesAction = action(changeStoriesInput, changeStories);
export const undoChangesAction = action(undoChangesInput, undoChanges);
