import { and, desc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { listLatestReasons } from "#lib/reviews/queries.ts";
import { visibilityOf } from "../desk/visibility.ts";
import type { Suggestion } from "./schemas.ts";

/** What the actor suggested, newest first, and what became of it. */
export async function listOwnSuggestions(actor: MemberActor): Promise<Suggestion[]> {
  const rows = await db
    .select({
      id: stories.id,
      title: stories.title,
      siteName: stories.siteName,
      state: stories.state,
      publishAt: stories.publishAt,
      expiresAt: stories.expiresAt,
      suggestedAt: stories.createdAt,
    })
    .from(stories)
    .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.suggestedById, actor.memberId)))
    .orderBy(desc(stories.createdAt), desc(stories.id))
    .limit(50);
  const answered = rows.filter((row) => row.state === "rejected" || row.state === "changes_requested");
  const reasons = await listLatestReasons(
    actor,
    answered.map((row) => row.id),
  );
  const now = clock.now();
  return rows.map(({ publishAt, expiresAt, ...story }) => ({
    ...story,
    isLive: visibilityOf({ state: story.state, publishAt, expiresAt }, now) === "live",
    reason: reasons.get(story.id) ?? "",
  }));
}
