import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { ClickOrigins, ClicksBy } from "#components/clicks/click-origins.tsx";
import { ClicksPart } from "#components/clicks/clicks-part.tsx";
import { GroupReported } from "#components/engagement/group-reported.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { GroupClicks, StoryClicks } from "#lib/stories/clicks/schemas.ts";
import { deskAddress } from "./addresses.ts";

const whole = new Intl.NumberFormat("en-GB");

/** For the desk: what came of a story, all its shares together. Who brought what is nobody's business but theirs. */
export function StoryClicksPage({ clicks }: { clicks: StoryClicks }) {
  const { story } = clicks;
  return (
    <div className="mx-auto grid max-w-5xl grid-cols-1 gap-10">
      <header className="grid gap-4 border-b border-line pb-6">
        <Link
          href={deskAddress(story.state, story.id)}
          className="inline-flex items-center gap-1.5 justify-self-start text-sm text-quiet hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          Desk
        </Link>
        <h1 dir="auto" className="text-3xl leading-[1.15] sm:text-[2.5rem] sm:leading-[1.1]">
          {story.title}
        </h1>
      </header>
      {clicks.clicks === null ? (
        <EmptyState title="Nobody has shared it yet">
          Clicks begin with the first share. A caption that sounds like a person helps.
        </EmptyState>
      ) : (
        <Clicks counted={clicks.clicks} group={clicks.group} />
      )}
    </div>
  );
}

type ClicksProps = { counted: number; group: GroupClicks | null };

function Clicks({ counted, group }: ClicksProps) {
  return (
    <>
      <ClicksPart
        figures={group ? group.figures : { counted }}
        meaning={
          counted === 1 ? "time somebody followed a link to it" : "times somebody followed a link to it"
        }
        whenNone="Nobody has followed a link to it yet. Most readers come in the first day after a share."
      >
        {group ? <Sharing group={group} /> : <NotYet />}
      </ClicksPart>
      {group ? <GroupReported figures={group.engagement} /> : null}
      {group && counted > 0 ? (
        <div className="grid gap-6">
          <ClickOrigins origins={group.origins}>
            {group.networks ? (
              <ClicksBy title="Where it was shared" of="Network" lines={group.networks} />
            ) : null}
          </ClickOrigins>
          <p className="max-w-measure text-sm text-pretty text-quiet">
            Networks and sites are shown only as far as each line stands for at least five people who shared,
            so that nobody’s own results can be read from them.
          </p>
        </div>
      ) : null}
    </>
  );
}

function Sharing({ group: { shares, people } }: { group: GroupClicks }) {
  return (
    <p className="tabular flex flex-wrap items-center gap-x-3 gap-y-1">
      {whole.format(shares)} shares by {whole.format(people)} people <Badge tone="attested">attested</Badge>
    </p>
  );
}

function NotYet() {
  return (
    <p className="max-w-measure text-sm text-pretty text-quiet">
      When readers came, and from where, is shown once five people have shared it, so that nobody’s own
      results can be read here.
    </p>
  );
}
