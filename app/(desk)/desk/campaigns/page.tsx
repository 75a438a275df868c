import type { Metadata } from "next";
import { CampaignList } from "#components/campaigns/campaign-list.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { listCampaigns } from "#lib/campaigns/queries.ts";
import { pageNumber } from "#lib/campaigns/schemas.ts";
import { orNotFound } from "#lib/or-not-found.ts";

export const metadata: Metadata = { title: "Campaigns" };

export default async function CampaignsPage({ searchParams }: PageProps<"/desk/campaigns">) {
  const actor = await requireActor();
  const { page } = await searchParams;
  return <CampaignList listed={await orNotFound(listCampaigns(actor, pageNumber.parse(page)))} />;
}
