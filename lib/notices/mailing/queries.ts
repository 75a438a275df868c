import { and, gt, isNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { notices } from "#db/schema/notices.ts";
import { clock } from "#lib/clock.ts";
import { canSendMail } from "#lib/mail.ts";

// What could not be mailed for two days is no news any more; nor is what was told before there was a mail server.
const newsMs = 2 * 86_400_000;

/** A notice that its member was not mailed and has not read. */
export const waitsForMail = () =>
  and(
    isNull(notices.mailedAt),
    isNull(notices.readAt),
    gt(notices.createdAt, new Date(clock.now().getTime() - newsMs)),
  );

/** The organizations with notices to mail. */
export async function listOrganizationsToMail(): Promise<string[]> {
  if (!canSendMail()) return [];
  const rows = await db
    .selectDistinct({ organizationId: notices.organizationId })
    .from(notices)
    .where(waitsForMail());
  return rows.map(({ organizationId }) => organizationId);
}
