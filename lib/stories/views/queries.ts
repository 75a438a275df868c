import { and, asc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { storyViews } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { assertCan } from "#lib/errors.ts";
import { canCurate } from "../policy.ts";
import type { StoryView } from "./schemas.ts";

/** The member's own views by name; there are at most `mostViews`. */
export async function listViews(actor: MemberActor): Promise<StoryView[]> {
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  return db
    .select({ id: storyViews.id, name: storyViews.name, search: storyViews.search })
    .from(storyViews)
    .where(and(eq(storyViews.organizationId, actor.organizationId), eq(storyViews.memberId, actor.memberId)))
    .orderBy(asc(storyViews.name));
}
