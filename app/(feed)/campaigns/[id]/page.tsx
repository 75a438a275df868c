import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CampaignPage } from "#components/campaigns/campaign-page.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { getLiveCampaign } from "#lib/campaigns/live/queries.ts";
import { campaignId } from "#lib/campaigns/schemas.ts";
import { orNotFound } from "#lib/or-not-found.ts";

export const metadata: Metadata = { title: "A campaign" };

export default async function LiveCampaignPage({ params }: PageProps<"/campaigns/[id]">) {
  const actor = await requireActor();
  const { data } = campaignId.safeParse(await params);
  return <CampaignPage campaign={data ? await orNotFound(getLiveCampaign(actor, data.id)) : notFound()} />;
}
