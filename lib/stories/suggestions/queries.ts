import { and, desc, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { listLatestReasons } from "#lib/reviews/queries.ts";
import { whereLive } from "../live/queries.ts";
import type { Suggestion } from "./schemas.ts";

/** What the actor suggested, newest first, and what became of it. */
export async function listOwnSuggestions(actor: MemberActor): Promise<Suggestion[]> {
  const rows = await db
    .select({
      id: stories.id,
      title: stories.title,
      siteName: stories.siteName,
      state: stories.state,
      isLive: sql<boolean>`coalesce(${await whereLive(actor)}, false)`,
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
  return rows.map((story) => ({ ...story, reason: reasons.get(story.id) ?? "" }));
}
