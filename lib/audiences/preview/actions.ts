"use server";

import { action } from "#lib/action.ts";
import { previewMember } from "./mutations.ts";
import { previewMemberInput } from "./schemas.ts";

export const previewMemberAction = action(previewMemberInput, previewMember);
