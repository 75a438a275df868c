import { z } from "zod";

/**
 * An address as we store and compare it: NFKC, lower case, exactly one `@`.
 * NFKC comes first: it turns look-alikes such as U+FE6B into `@`, which must be counted (GHSA-7rqj-j65f-68wh).
 */
export const emailAddress = z
  .string()
  .max(320)
  .transform((text) => text.normalize("NFKC").trim().toLowerCase())
  .refine((text) => text.split("@").length === 2, "An e-mail address has exactly one @.")
  .pipe(z.email("This does not look like an e-mail address.").max(254));

export const parseEmail = (value: unknown): string | null => emailAddress.safeParse(value).data ?? null;

export const emailDomain = (email: string): string => email.slice(email.indexOf("@") + 1);

/** `ada.lovelace@acme.test` → `Ada Lovelace`: what we call somebody until they or their company say better. */
export function nameFromEmail(email: string): string {
  const words = email
    .slice(0, email.indexOf("@"))
    .split(/[._+-]+/)
    .filter(Boolean);
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ") || email;
}
