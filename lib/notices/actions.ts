"use server";

import { action } from "#lib/action.ts";
import { readNotices } from "./mutations.ts";
import { readNoticesInput } from "./schemas.ts";

export const readNoticesAction = action(readNoticesInput, readNotices);
