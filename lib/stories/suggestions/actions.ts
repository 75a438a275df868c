"use server";

import { action } from "#lib/action.ts";
import { suggestStory } from "./mutations.ts";
import { suggestStoryInput } from "./schemas.ts";

export const suggestStoryAction = action(suggestStoryInput, suggestStory);
