import { z } from "zod";
import { parseEmail } from "#lib/auth/email-address.ts";

/** What the operator types to make an organization. The admin then signs in by a mailed link or by OpenID. */
export const newOrganizationInput = z.object({
  name: z.string("--name is missing: the organization's name.").trim().min(1).max(80),
  admin: z.string("--admin is missing: the first admin's e-mail address.").transform((text, context) => {
    const email = parseEmail(text);
    if (!email) context.addIssue({ code: "custom", message: `--admin: ${text} is not an e-mail address.` });
    return email ?? z.NEVER;
  }),
});

export type NewOrganizationInput = z.output<typeof newOrganizationInput>;

/** `Grüne Städte & Co.` becomes `grune-stadte-co`; a name without Latin letters becomes `organization`. */
export function slugOf(name: string): string {
  const letters = name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return letters.replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "") || "organization";
}
