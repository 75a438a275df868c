"use server";

import { action } from "#lib/action.ts";
import { retryBlock } from "./mutations.ts";
import { retryBlockInput } from "./schemas.ts";

export const retryBlockAction = action(retryBlockInput, retryBlock);
