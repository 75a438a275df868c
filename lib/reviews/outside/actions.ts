"use server";

import { action } from "#lib/action.ts";
import { inviteOutside, revokeOutside } from "./mutations.ts";
import { inviteOutsideInput, outsideReviewerInput } from "./schemas.ts";

export const inviteOutsideAction = action(inviteOutsideInput, inviteOutside);
export const revokeOutsideAction = action(outsideReviewerInput, revokeOutside);
