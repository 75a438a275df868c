"use server";

import { action } from "#lib/action.ts";
import { addGuideline, editGuideline, removeGuideline, switchGuideline } from "./mutations.ts";
import { previewGuideline } from "./preview/queries.ts";
import {
  addGuidelineInput,
  editGuidelineInput,
  removeGuidelineInput,
  switchGuidelineInput,
} from "./schemas.ts";

export const addGuidelineAction = action(addGuidelineInput, addGuideline);
export const editGuidelineAction = action(editGuidelineInput, editGuideline);
export const switchGuidelineAction = action(switchGuidelineInput, switchGuideline);
export const removeGuidelineAction = action(removeGuidelineInput, removeGuideline);
export const previewGuidelineAction = action(addGuidelineInput, previewGuideline);
