import { and, eq, sql } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { stories } from "#db/schema/stories.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { getStoryRow } from "#lib/stories/queries.ts";
import { canRunCampaigns } from "../policy.ts";
import { getCampaignRow } from "../queries.ts";
import { isClosed } from "../sentences.ts";
import type { PlaceStoryInput } from "./schemas.ts";

/** Makes a story part of a campaign; it leaves the one it was in. */
export async function addStory(actor: MemberActor, input: PlaceStoryInput): Promise<{ id: string }> {
  return place(actor, input, "campaign.add_story", async (tx, story) => {
    if (story.campaignId === input.campaignId) return undefined;
    if (story.campaignId) await lockOpen(tx, actor, story.campaignId);
    return input.campaignId;
  });
}

/** Takes a story out of a campaign. What it brought is no part of the campaign's figures any more. */
export async function removeStory(actor: MemberActor, input: PlaceStoryInput): Promise<{ id: string }> {
  return place(actor, input, "campaign.remove_story", async (_tx, story) =>
    story.campaignId === input.campaignId ? null : undefined,
  );
}

type Choose = (tx: Transaction, story: { campaignId: string | null }) => Promise<string | null | undefined>;

/** What is so already is left alone: a second click does no harm. */
async function place(
  actor: MemberActor,
  { campaignId, storyId }: PlaceStoryInput,
  verb: `campaign.${string}`,
  choose: Choose,
): Promise<{ id: string }> {
  return db.transaction(async (tx) => {
    await getCampaignRow(tx, actor, campaignId);
    const story = await getStoryRow(tx, actor, storyId);
    assertCan(canRunCampaigns(actor), "Only curators and admins change campaigns.");
    const { name } = await lockOpen(tx, actor, campaignId);
    const next = await choose(tx, story);
    if (next === undefined) return { id: storyId };
    // Whoever edits the story just now learns that it changed, rather than putting it back unawares.
    await tx
      .update(stories)
      .set({ campaignId: next, version: sql`${stories.version} + 1`, updatedAt: clock.now() })
      .where(and(eq(stories.organizationId, actor.organizationId), eq(stories.id, storyId)));
    await audit(tx, actor, verb, storyId, { campaignId, campaign: name, title: story.title });
    return { id: storyId };
  });
}

/** Nobody closes it until this is done: its closing figures know of the change, or the change is refused. */
async function lockOpen(tx: Transaction, actor: MemberActor, campaignId: string): Promise<{ name: string }> {
  const [campaign] = await tx
    .select({ name: campaigns.name, closedAt: campaigns.closedAt })
    .from(campaigns)
    .where(and(eq(campaigns.organizationId, actor.organizationId), eq(campaigns.id, campaignId)))
    .for("update");
  if (!campaign) throw new DomainError("not_found", "There is no such campaign.");
  if (campaign.closedAt) throw new DomainError("conflict", isClosed);
  return campaign;
}
