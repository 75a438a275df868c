import { keyOf } from "./appearance.ts";
import { rankPoints } from "./rank.ts";
import { type BoardRow, smallestGroup } from "./schemas.ts";

type OfTeam<Sum> = { all: Sum; named: Sum };
export type TeamFigures = {
  id: string;
  name: string;
  people: number;
  named: number;
  points: OfTeam<number>;
  before: OfTeam<number>;
};

/**
 * Whose points a team's figure is made of. Whoever shows their name has points that all can read, so a figure less those is what
 * the hidden ones have together: fewer than a group of them are left out of it, and the figure is then only what everybody can
 * add up anyway.
 */
export function peopleOfFigure(
  { people, named }: Pick<TeamFigures, "people" | "named">,
  smallest = smallestGroup,
): { of: "all" | "named"; people: number } {
  return people - named >= smallest ? { of: "all", people } : { of: "named", people: named };
}

/** Points per active member, so that size does not win, in whole points: finer ones would tell what a single person has. */
export function averageTeams(teams: readonly TeamFigures[], smallest = smallestGroup) {
  return teams
    .map((team) => ({ team, ...peopleOfFigure(team, smallest) }))
    .filter(({ people }) => people >= smallest)
    .map(({ team: { id, name, points, before }, of, people }) => ({
      ...{ id, name, of, people },
      points: Math.round(points[of] / people),
      before: Math.round(before[of] / people),
    }));
}

/** The teams' board. Small teams are not on it. */
export function rankTeams(
  teams: readonly TeamFigures[],
  weeks: ReadonlyMap<string, OfTeam<number[]>>,
  ownTeamId: string | null,
  smallest = smallestGroup,
): BoardRow[] {
  const averages = averageTeams(teams, smallest);
  const ranks = rankPoints(averages.map(({ points }) => points));
  const ranksBefore = rankPoints(averages.map(({ before }) => before));
  return averages
    .map(({ id, name, of, people, points }, index): BoardRow => {
      const [rank, before] = [ranks[index] ?? null, ranksBefore[index] ?? null];
      return {
        ...{ key: keyOf(id, name), name, detail: `${people} people`, isAlias: false },
        ...{ isOwn: id === ownTeamId, rank, points },
        movement: rank && before ? before - rank : null,
        weeks: (weeks.get(id)?.[of] ?? []).map((sum) => Math.round(sum / people)),
      };
    })
    .sort((a, b) => b.points - a.points || a.name.localeCompare(b.name));
}
