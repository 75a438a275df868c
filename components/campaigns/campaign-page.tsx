import Link from "next/link";
import { StoryRow } from "#components/stories/story-row.tsx";
import { BackLink } from "#components/ui/back-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { LiveCampaign } from "#lib/campaigns/live/schemas.ts";
import { sayDates } from "#lib/campaigns/say.ts";
import { sayDate } from "#lib/day.ts";
import { GoalBars } from "./goal-bars.tsx";

/** For those who are asked to take part: what it is about, how far it has come, and what to share. */
export function CampaignPage({ campaign, hasBoards }: { campaign: LiveCampaign; hasBoards: boolean }) {
  return (
    <div className="mx-auto grid max-w-4xl grid-cols-1 gap-12">
      <header className="grid gap-4">
        <BackLink href="/">Feed</BackLink>
        <p className="flex flex-wrap items-center gap-3 text-sm text-quiet">
          <Badge tone={campaign.phase === "running" ? "accent" : "plain"}>{phaseNames[campaign.phase]}</Badge>
          {sayDates(campaign)}
        </p>
        <h1 dir="auto" className="text-[2.25rem] leading-[1.1] sm:text-[3.25rem] sm:leading-[1.06]">
          {campaign.name}
        </h1>
        {campaign.brief ? (
          <p
            dir="auto"
            className="max-w-measure font-serif text-xl leading-8 text-pretty whitespace-pre-line"
          >
            {campaign.brief}
          </p>
        ) : null}
      </header>
      {campaign.phase === "coming" ? (
        <p className="text-quiet">It begins on {sayDate(campaign.startsOn)}.</p>
      ) : (
        <section aria-label="How far it has come" className="border-y border-line py-8">
          <GoalBars goals={campaign.goals} endsOn={sayDate(campaign.endsOn)} />
          {hasBoards ? (
            <Link
              href={`/leaderboard?campaign=${campaign.id}`}
              className="mt-6 inline-block text-sm text-accent underline underline-offset-4"
            >
              Who brought it so far
            </Link>
          ) : null}
        </section>
      )}
      <section aria-labelledby="stories" className="grid gap-8">
        <h2 id="stories" className="text-2xl">
          Its stories
        </h2>
        {campaign.stories.length === 0 ? (
          <EmptyState title="Nothing to share just now">
            Stories of this campaign appear here as they go live.
          </EmptyState>
        ) : null}
        {campaign.stories.map((story) => (
          <StoryRow key={story.id} story={story} />
        ))}
      </section>
    </div>
  );
}

const phaseNames = { running: "Running", coming: "Coming", over: "Over" };
