import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { ClickOrigins, ClicksBy } from "#components/clicks/click-origins.tsx";
import { ClicksPart } from "#components/clicks/clicks-part.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ClickFigures } from "#lib/clicks/figures/schemas.ts";
import type { StoryClicks } from "#lib/stories/clicks/schemas.ts";
import { deskAddress } from "./addresses.ts";

const whole = new Intl.NumberFormat("en-GB");

/** For the desk: what came of a story, all its shares together. Who brought what is nobody's business but theirs. */
export function StoryClicksPage({ clicks }: { clicks: StoryClicks }) {
  const { story, figures } = clicks;
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
      {figures ? (
        <Clicks clicks={clicks} figures={figures} />
      ) : (
        <EmptyState title="Nobody has shared it yet">
          Clicks begin with the first share. A caption that sounds like a person helps.
        </EmptyState>
      )}
    </div>
  );
}

type ClicksProps = { clicks: StoryClicks; figures: ClickFigures };

function Clicks({ clicks: { shares, people, networks }, figures }: ClicksProps) {
  return (
    <>
      <ClicksPart
        figures={figures}
        meaning={
          figures.counted === 1
            ? "time somebody followed a link to it"
            : "times somebody followed a link to it"
        }
        whenNone="Nobody has followed a link to it yet. Most readers come in the first day after a share."
      >
        <p className="tabular flex flex-wrap items-center gap-x-3 gap-y-1">
          {whole.format(shares)} {shares === 1 ? "share" : "shares"} by {whole.format(people)}{" "}
          {people === 1 ? "person" : "people"} <Badge tone="attested">attested</Badge>
        </p>
      </ClicksPart>
      {figures.counted > 0 ? (
        <div className="grid gap-6">
          <ClickOrigins origins={figures.origins}>
            {networks ? <ClicksBy title="Where it was shared" of="Network" lines={networks} /> : null}
          </ClickOrigins>
          {networks ? null : (
            <p className="max-w-measure text-sm text-pretty text-quiet">
              Clicks by network are shown once each line stands for at least five people, so that nobody’s own
              results can be read from them.
            </p>
          )}
        </div>
      ) : null}
    </>
  );
}
