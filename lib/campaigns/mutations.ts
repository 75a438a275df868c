import { and, eq, isNull, ne } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { audiences } from "#db/schema/audiences.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canRunCampaigns } from "./policy.ts";
import { getCampaignRow } from "./queries.ts";
import type { CampaignContent, CreateCampaignInput, EditCampaignInput } from "./schemas.ts";
import { isClosed } from "./sentences.ts";

/** Makes a campaign. Sending the same form again makes no second one. */
export async function createCampaign(
  actor: MemberActor,
  { id, ...content }: CreateCampaignInput,
): Promise<{ id: string }> {
  assertCan(canRunCampaigns(actor), "Only curators and admins make campaigns.");
  return db.transaction(async (tx) => {
    await assertFits(tx, actor, id, content);
    const [made] = await tx
      .insert(campaigns)
      .values({ ...content, id, organizationId: actor.organizationId, createdAt: clock.now() })
      .onConflictDoNothing()
      .returning({ id: campaigns.id });
    if (made) await audit(tx, actor, "campaign.create", id, { name: content.name });
    return { id };
  });
}

/** Changes what a campaign says and hopes for. Links that were made keep the address they have. */
export async function editCampaign(
  actor: MemberActor,
  { campaignId, ...content }: EditCampaignInput,
): Promise<{ id: string }> {
  return db.transaction(async (tx) => {
    const before = await getCampaignRow(tx, actor, campaignId);
    assertCan(canRunCampaigns(actor), "Only curators and admins change campaigns.");
    await assertFits(tx, actor, campaignId, content);
    const [edited] = await tx
      .update(campaigns)
      .set(content)
      .where(
        and(
          eq(campaigns.organizationId, actor.organizationId),
          eq(campaigns.id, campaignId),
          isNull(campaigns.closedAt),
        ),
      )
      .returning({ id: campaigns.id });
    if (!edited) throw new DomainError("conflict", isClosed);
    const keys = Object.keys(content) as (keyof CampaignContent)[];
    const changed = keys.filter((key) => before[key] !== content[key]);
    await audit(tx, actor, "campaign.edit", campaignId, { name: content.name, changed });
    return edited;
  });
}

async function assertFits(tx: Transaction, actor: MemberActor, id: string, content: CampaignContent) {
  const { organizationId } = actor;
  const [namesake] = await tx
    .select({ id: campaigns.id })
    .from(campaigns)
    .where(
      and(
        eq(campaigns.organizationId, organizationId),
        eq(campaigns.name, content.name),
        ne(campaigns.id, id),
      ),
    );
  if (namesake) throw new DomainError("conflict", `There is a campaign called ${content.name} already.`);
  if (!content.audienceId) return;
  const [audience] = await tx
    .select({ id: audiences.id })
    .from(audiences)
    .where(and(eq(audiences.organizationId, organizationId), eq(audiences.id, content.audienceId)));
  if (!audience)
    throw new DomainError("invalid", "The audience that you chose is no longer there. Choose again.");
}
