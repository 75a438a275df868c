"use server";

import { action } from "#lib/action.ts";
import { resolveShare } from "./mutations.ts";
import { publishAgainAndWait } from "./publish-and-wait.ts";
import { publishAgainInput, resolveShareInput } from "./schemas.ts";

export const publishAgainAction = action(publishAgainInput, publishAgainAndWait);
export const resolveShareAction = action(resolveShareInput, resolveShare);
