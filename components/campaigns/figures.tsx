import { ClicksOverTime } from "#components/clicks/clicks-over-time.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { CampaignFigures } from "#lib/campaigns/progress/schemas.ts";
import { clickSteps } from "#lib/campaigns/steps.ts";
import { FigureTable } from "./figure-table.tsx";

const whole = new Intl.NumberFormat("en-GB");

/** When readers came, and what came of each network and story; less of it while few people take part. */
export function Figures({ figures }: { figures: CampaignFigures }) {
  const { step, columns } = clickSteps(figures.days);
  return (
    <>
      {figures.taking ? <Taking taking={figures.taking} reported={figures.reportedShares} /> : <NotYet />}
      {columns.some(({ value }) => value > 0) ? (
        <section aria-labelledby="over-time" className="grid break-inside-avoid gap-3">
          <h2 id="over-time" className="flex flex-wrap items-center gap-3 text-2xl">
            Clicks a {step} <Badge tone="measured">measured</Badge>
          </h2>
          <ClicksOverTime step={step} columns={columns} />
        </section>
      ) : null}
      {figures.networks ? (
        <FigureTable
          title="By network"
          of="Network"
          rows={figures.networks.map((line) => ({ key: line.name, name: line.name, figures: line }))}
        />
      ) : null}
      <StoryTable figures={figures} />
    </>
  );
}

/** The part that networks confirmed is named, not added: it is known in another way. */
function Taking({
  taking,
  reported,
}: {
  taking: { shares: number; people: number };
  reported: number | null;
}) {
  return (
    <p className="max-w-measure text-pretty">
      {whole.format(taking.shares)} shares by {whole.format(taking.people)} people.{" "}
      {reported ? (
        <>
          Of these, a network confirmed {whole.format(reported)} <Badge tone="reported">reported</Badge>; the
          others are what members said <Badge tone="attested">attested</Badge>.
        </>
      ) : null}
    </p>
  );
}

function NotYet() {
  return (
    <p className="max-w-measure text-pretty text-quiet">
      Fewer than five people have taken part so far. Shares, days, networks and stories are shown from five
      on, so that nobody’s own results can be read here.
    </p>
  );
}

function StoryTable({ figures: { stories, otherStories } }: { figures: CampaignFigures }) {
  if (!stories.some(({ figures }) => figures)) return null;
  const alone = stories.flatMap(({ id, title, figures }) =>
    figures ? [{ key: id, name: title, figures }] : [],
  );
  const joined = otherStories
    ? [{ key: "others", name: sayOthers(otherStories.count), figures: otherStories }]
    : [];
  return (
    <FigureTable
      title="By story"
      of="Story"
      rows={[...alone.sort((one, other) => other.figures.clicks - one.figures.clicks), ...joined]}
    />
  );
}

const sayOthers = (count: number): string =>
  `${count === 1 ? "One other story" : `${count} other stories`}, together`;
