import { z } from "zod";
import { readJson } from "../ask-network.ts";

const shape = z.object({
  code: z.string().catch(""),
  message: z.string().catch(""),
  serviceErrorCode: z.number().nullable().catch(null),
  errorDetails: z
    .object({ inputErrors: z.array(z.object({ code: z.string().catch("") })) })
    .catch({ inputErrors: [] }),
});

/**
 * What LinkedIn calls the error. Its text codes are to be believed and not its numbers, about which the sources disagree:
 * https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling
 */
export type LinkedInError = { codes: string[]; number: number | null; message: string };

export function readError(answer: { text: string }): LinkedInError {
  const { data } = shape.safeParse(readJson(answer));
  if (!data) return { codes: [], number: null, message: "" };
  const codes = [data.code, ...data.errorDetails.inputErrors.map(({ code }) => code)].filter(Boolean);
  return { codes, number: data.serviceErrorCode, message: data.message };
}
