"use server";

import { action } from "#lib/action.ts";
import { correctScore } from "./mutations.ts";
import { correctionInput } from "./schemas.ts";

export const correctScoreAction = action(correctionInput, correctScore);
