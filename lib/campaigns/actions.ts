"use server";

import { action } from "#lib/action.ts";
import { closeCampaign, reopenCampaign } from "./closing/mutations.ts";
import { closeCampaignInput, reopenCampaignInput } from "./closing/schemas.ts";
import { createCampaign, editCampaign } from "./mutations.ts";
import { createCampaignInput, editCampaignInput } from "./schemas.ts";
import { addStory, removeStory } from "./stories/mutations.ts";
import { placeStoryInput } from "./stories/schemas.ts";

export const createCampaignAction = action(createCampaignInput, createCampaign);
export const editCampaignAction = action(editCampaignInput, editCampaign);
export const closeCampaignAction = action(closeCampaignInput, closeCampaign);
export const reopenCampaignAction = action(reopenCampaignInput, reopenCampaign);
export const addCampaignStoryAction = action(placeStoryInput, addStory);
export const removeCampaignStoryAction = action(placeStoryInput, removeStory);
