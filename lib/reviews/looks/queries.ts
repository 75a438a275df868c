import { and, eq } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { reviewLooks } from "#db/schema/reviews.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import type { Seen } from "./look.ts";

export async function findLook(
  executor: Executor,
  actor: MemberActor,
  storyId: string,
): Promise<Seen | null> {
  const [seen] = await executor
    .select({ seenVersion: reviewLooks.seenVersion, seenVersionBefore: reviewLooks.seenVersionBefore })
    .from(reviewLooks)
    .where(
      and(
        eq(reviewLooks.organizationId, actor.organizationId),
        eq(reviewLooks.storyId, storyId),
        eq(reviewLooks.memberId, actor.memberId),
      ),
    );
  return seen ?? null;
}
