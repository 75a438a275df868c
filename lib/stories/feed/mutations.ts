import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { record } from "./visit.ts";

/** Notes that the member has the feed open, for "new since". No audit event: what a person reads is their own affair. */
export async function recordFeedVisit(actor: MemberActor): Promise<void> {
  const isSelf = and(eq(members.organizationId, actor.organizationId), eq(members.id, actor.memberId));
  await db.transaction(async (tx) => {
    const [seen] = await tx
      .select({ feedSeenAt: members.feedSeenAt, feedSeenBeforeAt: members.feedSeenBeforeAt })
      .from(members)
      .where(isSelf)
      .for("update");
    const times = seen && record(seen, clock.now());
    if (times) await tx.update(members).set(times).where(isSelf);
  });
}
