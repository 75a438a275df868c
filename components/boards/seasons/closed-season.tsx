import { BackLink } from "#components/ui/back-link.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { ClosedSeason as Dto, SeasonRow } from "#lib/boards/seasons/schemas.ts";
import { dayIn, sayDate } from "#lib/day.ts";
import { Podium } from "./podium.tsx";
import { ResultTable } from "./result-table.tsx";
import { TogetherFigures } from "./together-figures.tsx";

/** The closing ceremony, and afterwards the archive: what all did together first, then places. */
export function ClosedSeason({ season, timeZone }: { season: Dto; timeZone: string }) {
  const { name, closing, people, executives, teams, own } = season;
  const isListed = people.some(({ isOwn }) => isOwn);
  return (
    <div className="mx-auto grid max-w-3xl gap-12">
      <header className="grid gap-4">
        <BackLink href="/leaderboard/seasons">Seasons</BackLink>
        <p className="text-sm text-quiet">
          {sayDate(season.startsOn)} – {sayDate(season.endsOn)}, closed on{" "}
          {sayDate(dayIn(timeZone, new Date(closing.at)))}
        </p>
        <h1 className="text-4xl leading-tight sm:text-5xl">How {name} ended</h1>
        {closing.note ? (
          <figure className="grid max-w-measure gap-2">
            <blockquote dir="auto" className="font-serif text-xl leading-8 text-pretty whitespace-pre-line">
              {closing.note}
            </blockquote>
            {closing.byName ? <figcaption className="text-sm text-quiet">{closing.byName}</figcaption> : null}
          </figure>
        ) : null}
      </header>
      <TogetherFigures figures={closing.figures} smallestGroup={season.smallestGroup} />
      {own ? <OwnPlace own={own} /> : null}
      {people.length > 0 ? (
        <section aria-labelledby="people" className="grid gap-6">
          <h2 id="people" className="text-2xl">
            People
          </h2>
          <Podium rows={people.filter(({ rank }) => rank !== null && rank <= 3)} />
          <ResultTable caption={`People by points in ${name}`} rows={people} own={isListed ? null : own} />
        </section>
      ) : null}
      {executives.length > 0 ? (
        <section aria-labelledby="executives" className="grid gap-4">
          <h2 id="executives" className="text-2xl">
            Executives, among themselves
          </h2>
          <ResultTable caption={`Executives by points in ${name}`} rows={executives} own={null} />
        </section>
      ) : null}
      {teams.length > 0 ? (
        <section aria-labelledby="teams" className="grid gap-4">
          <h2 id="teams" className="text-2xl">
            Teams
          </h2>
          <ResultTable caption={`Teams by points per person in ${name}`} rows={teams} own={null} />
          <p className="text-sm text-quiet">Points are the average of a team’s people.</p>
        </section>
      ) : null}
      {people.length + teams.length === 0 ? (
        <EmptyState title="Nobody had points">It was a quiet season.</EmptyState>
      ) : null}
      <p className="max-w-measure text-sm leading-6 text-quiet">
        These places never change. People are shown as they choose today; who does not appear on boards, or
        has left, is left out, and nobody moves up for it.
      </p>
    </div>
  );
}

const figures = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 1 });

function OwnPlace({ own }: { own: SeasonRow }) {
  return (
    <div className="grid gap-1">
      <p className="font-serif text-2xl">
        You came {own.rank ? ordinal(own.rank) : "in"} with {figures.format(own.points)} points.
      </p>
      {own.rewardPoints !== null && own.rewardPoints < own.points ? (
        <p className="text-sm text-quiet">
          {figures.format(own.rewardPoints)} of them may count for a reward: what X brought may not.
        </p>
      ) : null}
    </div>
  );
}

const rules = new Intl.PluralRules("en-GB", { type: "ordinal" });
const endings: Partial<Record<Intl.LDMLPluralRule, string>> = { one: "st", two: "nd", few: "rd" };
const ordinal = (rank: number): string => `${rank}${endings[rules.select(rank)] ?? "th"}`;
