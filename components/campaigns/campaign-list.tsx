import Link from "next/link";
import { DeskHeading } from "#components/layout/desk-heading.tsx";
import { Button } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Paging } from "#components/ui/paging.tsx";
import { type Phase, phases } from "#lib/campaigns/phase.ts";
import { sayDates } from "#lib/campaigns/say.ts";
import type { CampaignsPage, ListedCampaign } from "#lib/campaigns/schemas.ts";
import { campaignAddress, campaignsAddress } from "./addresses.ts";

const names: Record<Phase, string> = { running: "Running", coming: "Coming", over: "Over" };
const whole = new Intl.NumberFormat("en-GB");

/** The organization's campaigns by where they stand. */
export function CampaignList({ listed }: { listed: CampaignsPage }) {
  return (
    <>
      <DeskHeading title="Campaigns" here="/desk/campaigns">
        <Button asChild variant="primary" size="sm">
          <Link href="/desk/campaigns/new">New campaign</Link>
        </Button>
      </DeskHeading>
      {listed.campaigns.length === 0 ? (
        <EmptyState title="No campaign yet">
          A campaign is a named effort with dates, a goal and stories: an opening, a fair, a month for
          apprentices.
        </EmptyState>
      ) : null}
      <div className="grid gap-12">
        {phases.map((phase) => (
          <OfPhase key={phase} phase={phase} campaigns={listed.campaigns} />
        ))}
        <Paging {...listed} hrefOf={(page) => `${campaignsAddress}?page=${page}`} />
      </div>
    </>
  );
}

function OfPhase({ phase, campaigns }: { phase: Phase; campaigns: ListedCampaign[] }) {
  const shown = campaigns.filter((campaign) => campaign.phase === phase);
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby={phase} className="grid gap-2">
      <h2 id={phase} className="text-2xl">
        {names[phase]}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {shown.map((campaign) => (
          <li
            key={campaign.id}
            className="group relative grid gap-x-8 gap-y-3 py-5 sm:grid-cols-[minmax(0,1fr)_minmax(0,24rem)] sm:items-center"
          >
            <div className="grid gap-1">
              <h3 dir="auto" className="text-xl leading-7">
                <Link
                  href={campaignAddress(campaign.id)}
                  className="decoration-1 underline-offset-4 after:absolute after:inset-0 group-hover:underline"
                >
                  {campaign.name}
                </Link>
              </h3>
              <p className="text-sm text-quiet">
                {sayDates(campaign)} · {campaign.stories === 1 ? "1 story" : `${campaign.stories} stories`}
              </p>
            </div>
            {phase === "coming" ? null : <Standing campaign={campaign} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Standing({
  campaign: { totals, goalShares, goalClicks, goalParticipants },
}: {
  campaign: ListedCampaign;
}) {
  return (
    <dl className="grid grid-cols-3 gap-4">
      <Figure name="Shares" value={totals.taking?.shares ?? null} goal={goalShares} tone="bg-attested" />
      <Figure name="Clicks" value={totals.clicks} goal={goalClicks} tone="bg-measured" />
      <Figure
        name="People"
        value={totals.taking?.people ?? null}
        goal={goalParticipants}
        tone="bg-attested"
      />
    </dl>
  );
}

type FigureProps = { name: string; value: number | null; goal: number; tone: string };

function Figure({ name, value, goal, tone }: FigureProps) {
  const part = goal > 0 && value !== null ? Math.min(value / goal, 1) : 0;
  return (
    <div className="grid content-start gap-1">
      <dt className="text-xs leading-4 text-quiet">{name}</dt>
      <dd className="tabular text-sm leading-5">
        <span className="font-medium">{value === null ? "under 5 people" : whole.format(value)}</span>
        {goal > 0 ? <span className="text-quiet"> of {whole.format(goal)}</span> : null}
      </dd>
      {goal > 0 ? (
        <dd aria-hidden className="h-1 overflow-hidden rounded-full bg-wash">
          <div className={`h-full ${tone} forced-color-adjust-none`} style={{ width: `${part * 100}%` }} />
        </dd>
      ) : null}
    </div>
  );
}
