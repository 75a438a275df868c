import { z } from "zod";
import { networkIds } from "#lib/networks/networks.ts";
import { plainText } from "#lib/plain-text.ts";

/** As in `lang="pt-BR"`. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Choose a language.")
  .default("en");

export const captionInput = z.strictObject({
  network: z.enum(networkIds).nullable(),
  language: languageTag,
  text: plainText()
    .min(1, "Write the caption, or remove it.")
    .max(3_000, "A caption is at most 3,000 characters long."),
});
export type CaptionInput = z.output<typeof captionInput>;
