import { z } from "zod";
import { emailAddress } from "#lib/auth/email-address.ts";
import { plainText } from "#lib/plain-text.ts";

export const offerHandoverInput = z.strictObject({
  pledgeId: z.uuid(),
  to: emailAddress,
  note: plainText().max(300, "Keep it under 300 characters."),
});
export type OfferHandoverInput = z.output<typeof offerHandoverInput>;

export const answerHandoverInput = z.strictObject({ handoverId: z.uuid(), accepts: z.boolean() });
export type AnswerHandoverInput = z.output<typeof answerHandoverInput>;

export const takeBackHandoverInput = z.strictObject({ handoverId: z.uuid() });
export type TakeBackHandoverInput = z.output<typeof takeBackHandoverInput>;
