"use server";

import { action } from "#lib/action.ts";
import { closeSeason } from "./closing/mutations.ts";
import { closeSeasonInput } from "./schemas.ts";

export const closeSeasonAction = action(closeSeasonInput, closeSeason);
