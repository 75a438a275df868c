import { BackLink } from "#components/ui/back-link.tsx";
import type { CampaignChoices, CampaignDetails } from "#lib/campaigns/schemas.ts";
import { campaignAddress, campaignsAddress } from "./addresses.ts";
import { CampaignForm } from "./campaign-form.tsx";

type FormPageProps = { choices: CampaignChoices; campaign: CampaignDetails | null };

export function FormPage({ choices, campaign }: FormPageProps) {
  return (
    <div className="mx-auto grid max-w-2xl grid-cols-1 gap-8">
      <header className="grid gap-3">
        <BackLink href={campaign ? campaignAddress(campaign.id) : campaignsAddress}>
          {campaign ? campaign.name : "Campaigns"}
        </BackLink>
        <h1 className="text-3xl leading-tight sm:text-4xl">
          {campaign ? "Change the campaign" : "New campaign"}
        </h1>
      </header>
      <CampaignForm choices={choices} campaign={campaign} />
    </div>
  );
}
