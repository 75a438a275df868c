import { z } from "zod";
import { emailAddress } from "#lib/auth/email-address.ts";
import { plainText } from "#lib/plain-text.ts";

export const giveThanksInput = z.strictObject({
  to: emailAddress,
  note: plainText().min(10, "Say what for: ten characters at least.").max(280, "280 characters at most."),
  /** Made by the form: pressing twice thanks once. */
  requestId: z.uuid(),
});
export type GiveThanksInput = z.output<typeof giveThanksInput>;

export const takeBackThanksInput = z.strictObject({ thanksId: z.uuid() });
export type TakeBackThanksInput = z.output<typeof takeBackThanksInput>;

export type ThanksDto = { id: string; name: string; note: string; at: string };
