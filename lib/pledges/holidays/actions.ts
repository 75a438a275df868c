"use server";

import { action } from "#lib/action.ts";
import { addHoliday, removeHoliday } from "./mutations.ts";
import { addHolidayInput, removeHolidayInput } from "./schemas.ts";

export const addHolidayAction = action(addHolidayInput, addHoliday);
export const removeHolidayAction = action(removeHolidayInput, removeHoliday);
