import { z } from "zod";
import type { Day } from "#lib/day.ts";

export const addAbsenceInput = z
  .strictObject({
    startsOn: z.iso.date("Choose the first day away."),
    endsOn: z.iso.date("Choose the last day away."),
  })
  .refine(({ startsOn, endsOn }) => startsOn <= endsOn, {
    path: ["endsOn"],
    message: "The last day comes before the first.",
  });
export type AddAbsenceInput = z.output<typeof addAbsenceInput>;

export const removeAbsenceInput = z.strictObject({ absenceId: z.uuid() });
export type RemoveAbsenceInput = z.output<typeof removeAbsenceInput>;

export type Absence = { id: string; startsOn: Day; endsOn: Day };
