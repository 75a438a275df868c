"use server";

import { action } from "#lib/action.ts";
import { switchRecognition } from "./mutations.ts";
import { switchRecognitionInput } from "./schemas.ts";
import { giveThanks, takeBackThanks } from "./thanks/mutations.ts";
import { giveThanksInput, takeBackThanksInput } from "./thanks/schemas.ts";

export const switchRecognitionAction = action(switchRecognitionInput, switchRecognition);
export const giveThanksAction = action(giveThanksInput, giveThanks);
export const takeBackThanksAction = action(takeBackThanksInput, takeBackThanks);
