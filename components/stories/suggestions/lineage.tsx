import { BackLink } from "#components/ui/back-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import type { Lineage as Dto } from "#lib/stories/suggestions/lineage/schemas.ts";
import { SuggestionSteps } from "./suggestion-steps.tsx";

const figures = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

type LineageProps = { lineage: Dto; now: Date; timeZone: string };

/** From the idea to what came of it, and what of that came back. */
export function Lineage({ lineage, now, timeZone }: LineageProps) {
  const { title, steps, reached, parts, credit } = lineage;
  return (
    <div className="mx-auto grid max-w-3xl gap-10">
      <header className="grid gap-3">
        <BackLink href="/suggest">Suggest</BackLink>
        <h1 dir="auto" className="text-4xl leading-tight text-balance sm:text-5xl">
          {title}
        </h1>
        <p className="text-quiet">Where your idea went, and what of it came back. Only you see this page.</p>
      </header>
      <section aria-labelledby="way" className="grid gap-3">
        <h2 id="way" className="text-2xl">
          Its way
        </h2>
        <SuggestionSteps steps={steps} now={now} timeZone={timeZone} />
        {reached === null ? (
          <p className="text-sm text-quiet">How many it reached is shown once five people have shared it.</p>
        ) : (
          <p className="flex flex-wrap items-center gap-x-2">
            It reached <span className="tabular font-medium">{figures.format(reached)}</span>{" "}
            {reached === 1 ? "reader" : "readers"} <Badge tone="measured">measured</Badge>
          </p>
        )}
      </section>
      <section aria-labelledby="credit" className="grid gap-4">
        <h2 id="credit" className="text-2xl">
          What came back
        </h2>
        <p className="max-w-measure">{sayCredit(credit)}</p>
        <table className="tabular w-full border-collapse text-left">
          <caption className="sr-only">Points that came back, by part</caption>
          <thead>
            <tr className="border-b border-line text-sm text-quiet">
              <th scope="col" className="py-2 pr-4 font-medium">
                Who
              </th>
              <th scope="col" className="py-2 pr-4 font-medium">
                For what
              </th>
              <th scope="col" className="py-2 text-right font-medium">
                Points
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map(({ name, isOwn, by, points }) => (
              <tr key={`${name} ${by.join(" ")}`} className="border-b border-line">
                <th scope="row" className="py-2.5 pr-4 font-medium">
                  {isOwn ? "You" : name}
                </th>
                <td className="py-2.5 pr-4 text-quiet">{by.map((part) => partNames[part]).join(", ")}</td>
                <td className="py-2.5 text-right">{figures.format(points)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row" colSpan={2} className="py-2.5 pr-4 font-medium">
                All that came back
              </th>
              <td className="py-2.5 text-right font-medium">{figures.format(credit.points)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </div>
  );
}

const partNames = { idea: "The idea", edits: "The edits", caption: "A caption" } as const;

const count = (number: number, one: string) => `${figures.format(number)} ${one}${number === 1 ? "" : "s"}`;

function sayCredit({ points, shares, clicks }: Dto["credit"]): string {
  if (shares + clicks === 0)
    return "Nothing yet: a part of what colleagues earn with it will come back to those it came from.";
  return `A part of what ${count(shares, "share")} and ${count(clicks, "click")} of colleagues earned came back: ${figures.format(points)} points.`;
}
