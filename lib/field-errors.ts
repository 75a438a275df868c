import type { z } from "zod";

/** What does not fit in a form: one sentence for the whole, and one for each field by its path (`captions.0.text`). */
export function fieldErrors(error: z.ZodError): { message: string; fields: Record<string, string> } {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".")] ??= issue.message;
  return { message: error.issues[0]?.message ?? "Check what you entered.", fields };
}
