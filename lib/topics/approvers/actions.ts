"use server";

import { action } from "#lib/action.ts";
import { setApprovers } from "./mutations.ts";
import { setApproversInput } from "./schemas.ts";

export const setApproversAction = action(setApproversInput, setApprovers);
