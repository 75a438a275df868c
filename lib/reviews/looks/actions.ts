"use server";

import { action } from "#lib/action.ts";
import { recordLook } from "./mutations.ts";
import { recordLookInput } from "./schemas.ts";

export const recordLookAction = action(recordLookInput, recordLook);
