"use server";

import { action } from "#lib/action.ts";
import { addAudience, changeAudience, removeAudience } from "./mutations.ts";
import { addAudienceInput, changeAudienceInput, removeAudienceInput } from "./schemas.ts";

export const addAudienceAction = action(addAudienceInput, addAudience);
export const changeAudienceAction = action(changeAudienceInput, changeAudience);
export const removeAudienceAction = action(removeAudienceInput, removeAudience);
