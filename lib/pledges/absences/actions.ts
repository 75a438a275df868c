"use server";

import { action } from "#lib/action.ts";
import { addAbsence, removeAbsence } from "./mutations.ts";
import { addAbsenceInput, removeAbsenceInput } from "./schemas.ts";

export const addAbsenceAction = action(addAbsenceInput, addAbsence);
export const removeAbsenceAction = action(removeAbsenceInput, removeAbsence);
