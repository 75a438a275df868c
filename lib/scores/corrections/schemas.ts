import { z } from "zod";
import { plainText } from "#lib/plain-text.ts";

export const correctionInput = z.strictObject({
  memberId: z.uuid("Choose whose points are meant."),
  points: z
    .number("Write how many points.")
    .min(-10_000, "10,000 points at most.")
    .max(10_000, "10,000 points at most.")
    .refine((points) => points !== 0, "Nothing would change.")
    .refine((points) => Number.isInteger(points * 10), "Tenths of a point are the smallest."),
  reason: plainText().min(10, "Say why, for the member to read.").max(300, "300 characters at most."),
  /** Made by the form: pressing twice corrects once. */
  requestId: z.uuid(),
});
export type CorrectionInput = z.output<typeof correctionInput>;

export type Correction = {
  id: string;
  memberName: string;
  points: number;
  reason: string;
  correctedByName: string;
  correctedAt: string;
};
