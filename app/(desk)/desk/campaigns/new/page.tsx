import type { Metadata } from "next";
import { FormPage } from "#components/campaigns/form-page.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { getCampaignChoices } from "#lib/campaigns/queries.ts";
import { orNotFound } from "#lib/or-not-found.ts";

export const metadata: Metadata = { title: "New campaign" };

export default async function NewCampaignPage() {
  const actor = await requireActor();
  return <FormPage choices={await orNotFound(getCampaignChoices(actor))} campaign={null} />;
}
