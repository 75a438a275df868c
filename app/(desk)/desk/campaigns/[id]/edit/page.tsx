import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FormPage } from "#components/campaigns/form-page.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { getCampaign, getCampaignChoices } from "#lib/campaigns/queries.ts";
import { campaignId } from "#lib/campaigns/schemas.ts";
import { orNotFound } from "#lib/or-not-found.ts";

export const metadata: Metadata = { title: "Change a campaign" };

export default async function EditCampaignPage({ params }: PageProps<"/desk/campaigns/[id]/edit">) {
  const actor = await requireActor();
  const { data } = campaignId.safeParse(await params);
  if (!data) notFound();
  const campaign = await orNotFound(getCampaign(actor, data.id));
  return <FormPage choices={await orNotFound(getCampaignChoices(actor))} campaign={campaign} />;
}
