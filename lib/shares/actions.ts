"use server";

import { action } from "#lib/action.ts";
import { confirmShare, declineShare } from "./answers/mutations.ts";
import { handOverShare, openShare } from "./mutations.ts";
import { confirmShareInput, declineShareInput, handOverShareInput, openShareInput } from "./schemas.ts";

export const openShareAction = action(openShareInput, openShare);
export const handOverShareAction = action(handOverShareInput, handOverShare);
export const confirmShareAction = action(confirmShareInput, confirmShare);
export const declineShareAction = action(declineShareInput, declineShare);
