import { z } from "zod";
import type { Day } from "#lib/day.ts";
import { countryCodes } from "#lib/members/countries.ts";
import { plainText } from "#lib/plain-text.ts";

const country = z.enum(["", ...countryCodes], "Choose a country.");

export const addHolidayInput = z.strictObject({
  day: z.iso.date("Choose the day."),
  name: plainText().min(1, "Give it a name.").max(80, "Keep the name under 80 characters."),
  country,
});
export type AddHolidayInput = z.output<typeof addHolidayInput>;

export const removeHolidayInput = z.strictObject({ day: z.iso.date(), country });
export type RemoveHolidayInput = z.output<typeof removeHolidayInput>;

export type Holiday = { day: Day; name: string; country: string };
