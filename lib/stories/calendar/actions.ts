"use server";

import { action } from "#lib/action.ts";
import { moveStory } from "./mutations.ts";
import { moveStoryInput } from "./schemas.ts";

export const moveStoryAction = action(moveStoryInput, moveStory);
