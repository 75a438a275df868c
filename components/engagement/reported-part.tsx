import { Badge } from "#components/ui/badge.tsx";
import type { ReportedFigure, ShareEngagement } from "#lib/engagement/schemas.ts";

const whole = new Intl.NumberFormat("en-GB");

/** What the network says of one's own share, apart from the clicks that Herald counts itself. */
export function ReportedPart({ engagement }: { engagement: ShareEngagement }) {
  const { networkName, report, followers, keptUntil, note } = engagement;
  return (
    <section aria-labelledby="reported" className="grid grid-cols-1 gap-4">
      <h2 id="reported" className="flex flex-wrap items-center gap-x-3 gap-y-1 text-2xl">
        On {networkName} <Badge tone="reported">reported</Badge>
      </h2>
      {report ? (
        <>
          <dl className="grid grid-cols-2 border-y border-line sm:grid-cols-4 sm:divide-x sm:divide-line">
            {report.figures.map((figure) => (
              <Figure key={figure.name} figure={figure} />
            ))}
          </dl>
          <p className="text-sm leading-5 text-quiet">
            {networkName}, reported <time dateTime={report.takenAt}>{report.takenWhen}</time>. Source:{" "}
            {report.source}. These are {networkName}’s own figures, so they are not part of your clicks.
          </p>
        </>
      ) : null}
      <p className="grid max-w-measure gap-1 text-sm leading-5 text-pretty text-quiet">
        {followers ? (
          <span>
            {whole.format(followers.count)} followed the account when you shared, {followers.when}: an
            audience, not how many saw it.
          </span>
        ) : null}
        {keptUntil ? (
          <span>
            {networkName}’s terms let us keep this until {keptUntil}.
          </span>
        ) : null}
        <span>{note}</span>
      </p>
    </section>
  );
}

function Figure({ figure: { name, value } }: { figure: ReportedFigure }) {
  return (
    <div className="flex flex-col gap-2 py-4 sm:px-5 sm:first:pl-0">
      <dt className="text-sm font-medium">{name}</dt>
      {value === null ? (
        <dd className="leading-8 text-quiet">not said</dd>
      ) : (
        <dd className="tabular font-serif text-3xl leading-8">{whole.format(value)}</dd>
      )}
    </div>
  );
}
