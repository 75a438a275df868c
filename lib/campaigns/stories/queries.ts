import { and, desc, eq, ilike, isNull, ne, or } from "drizzle-orm";
import { db } from "#db/client.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { stories } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan } from "#lib/errors.ts";
import { canRunCampaigns } from "../policy.ts";
import { getCampaignRow } from "../queries.ts";
import type { FindStoriesInput, FoundStory } from "./schemas.ts";

/** For the desk: up to eight stories outside the campaign whose title or site has the words, the newest first. */
export async function findStories(actor: Actor, { id, q }: FindStoriesInput): Promise<FoundStory[]> {
  await getCampaignRow(db, actor, id);
  assertCan(canRunCampaigns(actor), "The desk is for curators and admins.");
  const words = q.split(/\s+/).filter(Boolean).slice(0, 8);
  const pattern = (word: string) => `%${word.replace(/[\\%_]/g, "\\$&")}%`;
  return db
    .select({ id: stories.id, title: stories.title, state: stories.state, campaignName: campaigns.name })
    .from(stories)
    .leftJoin(
      campaigns,
      and(eq(campaigns.organizationId, stories.organizationId), eq(campaigns.id, stories.campaignId)),
    )
    .where(
      and(
        eq(stories.organizationId, actor.organizationId),
        ne(stories.state, "rejected"),
        or(isNull(stories.campaignId), ne(stories.campaignId, id)),
        ...words.map((word) =>
          or(ilike(stories.title, pattern(word)), ilike(stories.siteName, pattern(word))),
        ),
      ),
    )
    .orderBy(desc(stories.createdAt), desc(stories.id))
    .limit(8);
}
