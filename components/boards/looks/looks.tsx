import type { LookDto } from "#lib/boards/looks/schemas.ts";
import { sayDate } from "#lib/day.ts";

/** Who looked at the member's named figures where not everybody can. */
export function Looks({ looks }: { looks: LookDto[] }) {
  return (
    <section aria-labelledby="looks" className="grid gap-4">
      <div className="grid gap-1">
        <h2 id="looks" className="text-2xl">
          Who looked at your figures
        </h2>
        <p className="max-w-measure text-sm leading-6 text-quiet">
          Your managers can list your team, and boards can be downloaded. Whoever did is named here, once a
          day, for a year. Boards that everybody sees are not noted.
        </p>
      </div>
      {looks.length === 0 ? (
        <p className="text-quiet">Nobody has.</p>
      ) : (
        <ul className="border-t border-line">
          {looks.map(({ viewerKey, viewerName, place, day }) => (
            <li
              key={`${viewerKey} ${place} ${day}`}
              className="flex flex-wrap justify-between gap-x-6 border-b border-line py-2.5"
            >
              <span>
                {viewerName} <span className="text-quiet">{placeNames[place]}</span>
              </span>
              <span className="tabular text-sm text-quiet">{sayDate(day)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const placeNames: Record<LookDto["place"], string> = {
  team_board: "listed the people of your team",
  export: "downloaded a board that you are on",
  pledge: "looked at a pledge that you share with managers",
};
