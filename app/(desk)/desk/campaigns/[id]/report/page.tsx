import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ReportPage } from "#components/campaigns/report-page.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { readCampaign } from "#lib/campaigns/report/queries.ts";
import { campaignId } from "#lib/campaigns/schemas.ts";
import { orNotFound } from "#lib/or-not-found.ts";

export const metadata: Metadata = { title: "Report on a campaign" };

export default async function CampaignReportPage({ params }: PageProps<"/desk/campaigns/[id]/report">) {
  const actor = await requireActor();
  const { data } = campaignId.safeParse(await params);
  return <ReportPage reading={data ? await orNotFound(readCampaign(actor, data.id)) : notFound()} />;
}
