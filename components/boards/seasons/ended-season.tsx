import { BackLink } from "#components/ui/back-link.tsx";
import type { SeasonDto } from "#lib/boards/seasons/schemas.ts";
import { sayDate } from "#lib/day.ts";
import { CloseSeason } from "./close-season.tsx";

/** A season that is over and not closed. */
export function EndedSeason({ season, mayClose }: { season: SeasonDto; mayClose: boolean }) {
  return (
    <div className="mx-auto grid max-w-3xl gap-6">
      <BackLink href="/leaderboard/seasons">Seasons</BackLink>
      <h1 className="text-4xl leading-tight sm:text-5xl">{season.name}</h1>
      <p className="max-w-measure text-quiet">
        It ended on {sayDate(season.endsOn)}. Points that come late still count. On {sayDate(season.closesOn)}{" "}
        it is closed by itself, unless an admin does it before, with a few words to everybody.
      </p>
      {mayClose ? <CloseSeason season={season} /> : null}
    </div>
  );
}
