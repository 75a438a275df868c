import Link from "next/link";
import { BackLink } from "#components/ui/back-link.tsx";
import { Badge } from "#components/ui/badge.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import type { SeasonDto } from "#lib/boards/seasons/schemas.ts";
import { sayDate } from "#lib/day.ts";

/** The running season and the archive. */
export function SeasonList({ seasons }: { seasons: SeasonDto[] }) {
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <div className="grid gap-3">
        <BackLink href="/leaderboard">Leaderboard</BackLink>
        <h1 className="text-4xl leading-tight sm:text-5xl">Seasons</h1>
        <p className="max-w-measure text-quiet">
          A season begins by itself and is closed with a few words. How it ended is kept here, and never
          changes.
        </p>
      </div>
      {seasons.length === 0 ? (
        <EmptyState title="There is no season yet">
          The first begins when somebody opens the leaderboard.
        </EmptyState>
      ) : (
        <ul className="border-t border-line">
          {seasons.map(({ id, name, startsOn, endsOn, state }) => (
            <li key={id} className="border-b border-line">
              <Link
                href={`/leaderboard/seasons/${id}`}
                className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-4 hover:text-accent"
              >
                <span className="font-serif text-xl">{name}</span>
                <span className="flex items-center gap-3 text-sm text-quiet">
                  {sayDate(startsOn)} – {sayDate(endsOn)}
                  <Badge tone={state === "running" ? "accent" : "plain"}>{stateNames[state]}</Badge>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const stateNames = { running: "Running", ended: "To be closed", closed: "Closed" } as const;
