import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CampaignPage } from "#components/campaigns/campaign-page.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { getLiveCampaign } from "#lib/campaigns/live/queries.ts";
import { campaignId } from "#lib/campaigns/schemas.ts";
import { getViewer } from "#lib/members/queries.ts";
import { orNotFound } from "#lib/or-not-found.ts";

export const metadata: Metadata = { title: "A campaign" };

export default async function LiveCampaignPage({ params }: PageProps<"/campaigns/[id]">) {
  const actor = await requireActor();
  const { data } = campaignId.safeParse(await params);
  const campaign = data ? await orNotFound(getLiveCampaign(actor, data.id)) : notFound();
  const { organization } = await getViewer(actor);
  return <CampaignPage campaign={campaign} hasBoards={organization.boardMode !== "off"} />;
}
