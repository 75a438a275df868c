import { BackLink } from "#components/ui/back-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Reading } from "#lib/campaigns/report/schemas.ts";
import { howCounted, sayDates } from "#lib/campaigns/say.ts";
import { sayDate } from "#lib/day.ts";
import { campaignAddress } from "./addresses.ts";
import { Figures } from "./figures.tsx";
import { GoalBars } from "./goal-bars.tsx";
import { PrintButton } from "./print-button.tsx";

const whole = new Intl.NumberFormat("en-GB");

/** A campaign on paper: what was hoped for, what came of it, and how that is known. */
export function ReportPage({ reading }: { reading: Reading }) {
  const { campaign, organizationName } = reading;
  return (
    <article className="mx-auto grid max-w-4xl grid-cols-1 gap-12 print:max-w-none print:gap-9">
      <div className="flex flex-wrap items-center justify-between gap-3 print:hidden">
        <BackLink href={campaignAddress(campaign.id)}>The campaign</BackLink>
        <div className="flex flex-wrap gap-2.5">
          <PrintButton />
          <Button asChild size="sm">
            <a href={`/api/campaigns/${campaign.id}/report`} download>
              Save as PDF
            </a>
          </Button>
          <Button asChild size="sm">
            <a href={`/api/campaigns/${campaign.id}/figures`} download>
              Numbers as CSV
            </a>
          </Button>
        </div>
      </div>
      <header className="grid gap-4 border-b border-line pb-8 print:pb-6">
        <p className="text-sm text-quiet">
          {organizationName} · {campaign.closing ? "Closing report" : "Report so far"}
        </p>
        <h1
          dir="auto"
          className="text-4xl leading-[1.08] sm:text-[3.5rem] sm:leading-[1.04] print:text-[34pt]"
        >
          {campaign.name}
        </h1>
        <p className="text-lg text-quiet">{sayDates(campaign)}</p>
        {campaign.brief ? (
          <p
            dir="auto"
            className="max-w-measure font-serif text-xl leading-8 text-pretty whitespace-pre-line"
          >
            {campaign.brief}
          </p>
        ) : null}
      </header>
      {campaign.closing?.note ? (
        <section aria-labelledby="note" className="grid gap-3 break-inside-avoid">
          <h2 id="note" className="text-2xl">
            In closing
          </h2>
          <p dir="auto" className="max-w-measure text-lg leading-7 text-pretty whitespace-pre-line">
            {campaign.closing.note}
          </p>
          <p className="text-sm text-quiet">{campaign.closing.byName}</p>
        </section>
      ) : null}
      <GoalBars goals={reading.goals} endsOn={sayDate(campaign.endsOn)} />
      <Figures figures={reading.figures} />
      <Origin reading={reading} />
    </article>
  );
}

/** When and by which rules the figures were counted, so that they can be counted again. */
function Origin({ reading }: { reading: Reading }) {
  const { campaign, computedAt, countedTo, rules, changed, timeZone } = reading;
  const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone });
  return (
    <footer className="grid gap-4 border-t border-line pt-6 text-sm leading-5 text-quiet">
      <h2 className="text-lg text-ink">How this was counted</h2>
      <p className="max-w-measure">
        Counted on {moment.format(computedAt)} ({timeZone}), by rules {rules}: facts from{" "}
        {sayDate(campaign.startsOn)} up to {sayDate(countedTo)}.{" "}
        {campaign.closing
          ? `${campaign.closing.byName} closed the campaign then, and these figures do not change any more.`
          : "The campaign is open: these figures still change."}
      </p>
      {changed ? (
        <p className="max-w-measure text-ink">
          Facts have come in since. Counted now, it would be {whole.format(changed.clicks)} clicks{" "}
          <Badge tone="measured">measured</Badge>
          {changed.shares === null ? null : (
            <>
              {" "}
              and {whole.format(changed.shares)} shares <Badge tone="attested">attested</Badge>
            </>
          )}
          . Reopen and close the campaign to take them in.
        </p>
      ) : null}
      <ul className="grid max-w-measure list-disc gap-2 pl-4">
        {howCounted(rules).map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </footer>
  );
}
