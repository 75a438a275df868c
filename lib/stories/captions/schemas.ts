import { z } from "zod";
import { networkIds } from "#lib/networks/networks.ts";
import { plainText } from "#lib/plain-text.ts";

/** As in `lang="pt-BR"`. */
export const languageTag = z
  .string()
  .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, "Choose a language.")
  .default("en");

export const mostCaptions = 15;
export const mostWeight = 10;

export const captionInput = z.strictObject({
  network: z.enum(networkIds).nullable(),
  language: languageTag,
  text: plainText()
    .min(1, "Write the caption, or remove it.")
    .max(3_000, "A caption is at most 3,000 characters long."),
  /** The saved rule of whom it is offered to; null means everybody who sees the story. */
  audienceId: z.uuid().nullable().default(null),
  /** One of 2 is offered twice as often as one of 1. */
  weight: z
    .int("A weight is a whole number from 1 to 10.")
    .min(1, "A weight is at least 1.")
    .max(mostWeight, `A weight is at most ${mostWeight}.`)
    .default(1),
});
export type CaptionInput = z.output<typeof captionInput>;
