"use server";

import { action } from "#lib/action.ts";
import { addTeam, renameTeam } from "./mutations.ts";
import { addTeamInput, renameTeamInput } from "./schemas.ts";

export const addTeamAction = action(addTeamInput, addTeam);
export const renameTeamAction = action(renameTeamInput, renameTeam);
