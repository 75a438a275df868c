import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProgressPage } from "#components/campaigns/progress-page.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { readCampaign } from "#lib/campaigns/report/queries.ts";
import { campaignId } from "#lib/campaigns/schemas.ts";
import { orNotFound } from "#lib/or-not-found.ts";

export const metadata: Metadata = { title: "A campaign" };

export default async function CampaignProgressPage({ params }: PageProps<"/desk/campaigns/[id]">) {
  const actor = await requireActor();
  const { data } = campaignId.safeParse(await params);
  return <ProgressPage reading={data ? await orNotFound(readCampaign(actor, data.id)) : notFound()} />;
}
