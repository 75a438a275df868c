"use server";

import { action } from "#lib/action.ts";
import { createStory, editStory } from "./mutations.ts";
import { createStoryInput, editStoryInput } from "./schemas.ts";

export const createStoryAction = action(createStoryInput, createStory);
export const editStoryAction = action(editStoryInput, editStory);
