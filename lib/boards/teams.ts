import { type BoardMember, keyOf } from "./appearance.ts";
import { rankPoints } from "./rank.ts";
import { type Board, type BoardRow, smallestGroup } from "./schemas.ts";
import { averageTotals, noTotals, type Totals } from "./totals.ts";

type TeamMember = BoardMember & { teamId: string | null };

/**
 * Those whose points a team's figure is made of. Whoever shows their name has points that all can read, so a figure less
 * those is what the hidden ones have together: fewer than a group of them are left out of it, and the figure is then only
 * what everybody can add up anyway.
 */
export function peopleOfFigure<Person extends Pick<BoardMember, "boardName">>(
  people: readonly Person[],
  smallest = smallestGroup,
): readonly Person[] {
  const named = people.filter(({ boardName }) => boardName === "name");
  return people.length - named.length >= smallest ? people : named;
}

/** The teams' board: points per active member, so that size does not win. Small teams are not on it. */
export function rankTeams(
  members: readonly TeamMember[],
  totals: ReadonlyMap<string, Totals>,
  viewerId: string,
  smallest = smallestGroup,
): Pick<Board, "rows" | "ranked" | "own" | "ownNote"> {
  const ownTeamId = members.find((member) => member.id === viewerId)?.teamId ?? null;
  const groups = [...Map.groupBy(members, (member) => member.teamId)]
    .filter(([teamId]) => teamId !== null)
    .map(([teamId, people]) => ({ teamId, people: peopleOfFigure(people, smallest) }))
    .filter(({ people }) => people.length >= smallest)
    .map((group) => ({ ...group, totals: averageOf(group.people, totals) }));
  const ranks = rankPoints(groups.map((group) => group.totals.points));
  const ranksBefore = rankPoints(groups.map((group) => group.totals.weekAgo));

  const rows = groups
    .map(({ teamId, people, totals }, index): BoardRow => {
      const [rank, before] = [ranks[index] ?? null, ranksBefore[index] ?? null];
      const name = people[0]?.teamName ?? "";
      return {
        key: keyOf(teamId ?? "", name),
        name,
        detail: `${people.length} people`,
        isAlias: false,
        isOwn: teamId === ownTeamId,
        rank,
        points: totals.points,
        movement: rank && before ? before - rank : null,
        weeks: totals.weeks,
      };
    })
    .sort((a, b) => b.points - a.points || a.name.localeCompare(b.name));

  const own = rows.find((row) => row.isOwn) ?? null;
  const ownNote = ownTeamId && !own ? "too_small" : null;
  return { rows, ranked: ranks.filter((rank) => rank !== null).length, own, ownNote };
}

const averageOf = (people: readonly TeamMember[], totals: ReadonlyMap<string, Totals>): Totals =>
  averageTotals(
    people.map((member) => totals.get(member.id) ?? noTotals),
    people.length,
  );
