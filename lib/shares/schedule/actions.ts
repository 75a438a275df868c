"use server";

import { action } from "#lib/action.ts";
import { publishAndWait } from "../attempts/publish-and-wait.ts";
import { cancelShare, editScheduledShare, moveShare, scheduleShare } from "./mutations.ts";
import {
  cancelShareInput,
  editScheduledShareInput,
  moveShareInput,
  publishShareInput,
  scheduleShareInput,
} from "./schemas.ts";

export const publishShareAction = action(publishShareInput, publishAndWait);
export const scheduleShareAction = action(scheduleShareInput, scheduleShare);
export const moveShareAction = action(moveShareInput, moveShare);
export const editScheduledShareAction = action(editScheduledShareInput, editScheduledShare);
export const cancelShareAction = action(cancelShareInput, cancelShare);
