"use server";

import { action } from "#lib/action.ts";
import { changeView, removeView, saveView } from "./mutations.ts";
import { changeViewInput, removeViewInput, saveViewInput } from "./schemas.ts";

export const saveViewAction = action(saveViewInput, saveView);
export const changeViewAction = action(changeViewInput, changeView);
export const removeViewAction = action(removeViewInput, removeView);
