"use server";

import { action } from "#lib/action.ts";
import { setDeadline } from "./mutations.ts";
import { setDeadlineInput } from "./schemas.ts";

export const setDeadlineAction = action(setDeadlineInput, setDeadline);
