import Link from "next/link";
import { BackLink } from "#components/ui/back-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Reading } from "#lib/campaigns/report/schemas.ts";
import { sayDates } from "#lib/campaigns/say.ts";
import { sayDate } from "#lib/day.ts";
import { campaignEditAddress, campaignsAddress, reportAddress } from "./addresses.ts";
import { ClosingPanel } from "./closing-panel.tsx";
import { Figures } from "./figures.tsx";
import { GoalBars } from "./goal-bars.tsx";
import { StoryShelf } from "./story-shelf.tsx";

const phaseNames = { running: "Running", coming: "Coming", over: "Over" };

/** For the desk: how a campaign goes, and what can be done about it. */
export function ProgressPage({ reading }: { reading: Reading }) {
  const { campaign, figures } = reading;
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-1 gap-12">
      <header className="grid gap-4 border-b border-line pb-6">
        <BackLink href={campaignsAddress}>Campaigns</BackLink>
        <div className="flex flex-wrap items-center gap-3 text-sm text-quiet">
          <Badge tone={campaign.phase === "running" ? "accent" : "plain"}>
            {campaign.closing ? "Closed" : phaseNames[campaign.phase]}
          </Badge>
          {sayDates(campaign)} · for {campaign.audienceName ?? "everyone"}
        </div>
        <h1 dir="auto" className="text-3xl leading-[1.15] sm:text-[2.5rem] sm:leading-[1.1]">
          {campaign.name}
        </h1>
        {campaign.brief ? (
          <p dir="auto" className="max-w-measure whitespace-pre-line text-pretty text-quiet">
            {campaign.brief}
          </p>
        ) : null}
        <div className="flex flex-wrap items-center gap-2.5">
          {campaign.closing ? null : (
            <Button asChild size="sm">
              <Link href={campaignEditAddress(campaign.id)}>Edit</Link>
            </Button>
          )}
          <Button asChild size="sm">
            <Link href={reportAddress(campaign.id)}>Report</Link>
          </Button>
          <Button asChild size="sm" variant="ghost">
            <Link href={`/campaigns/${campaign.id}`}>As colleagues see it</Link>
          </Button>
        </div>
      </header>
      {campaign.phase === "coming" ? (
        <p className="text-quiet">
          It begins on {sayDate(campaign.startsOn)}. What comes of it shows from then on.
        </p>
      ) : (
        <>
          <GoalBars goals={reading.goals} endsOn={sayDate(campaign.endsOn)} />
          <Figures figures={figures} />
        </>
      )}
      <StoryShelf campaignId={campaign.id} stories={figures.stories} isClosed={campaign.closing !== null} />
      <ClosingPanel campaign={campaign} />
    </div>
  );
}
