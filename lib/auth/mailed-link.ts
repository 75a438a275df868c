import { z } from "zod";
import { emailAddress } from "#lib/auth/email-address.ts";

const mailedLink = z.object({
  token: z.string().min(1).max(200),
  email: emailAddress,
  callbackUrl: z.string().catch("/"),
});

/** What a mailed link says, and where its button goes; null for one that was cut on its way. */
export function readMailedLink(params: Record<string, unknown>): { email: string; action: string } | null {
  const link = mailedLink.safeParse(params).data;
  return link ? { email: link.email, action: `callback/email?${new URLSearchParams(link)}` } : null;
}
