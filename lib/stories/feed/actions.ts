"use server";

import { action } from "#lib/action.ts";
import { recordFeedVisit } from "./mutations.ts";
import { recordFeedVisitInput } from "./schemas.ts";

export const recordFeedVisitAction = action(recordFeedVisitInput, recordFeedVisit);
