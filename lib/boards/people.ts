import { appear, type BoardMember } from "./appearance.ts";
import { rankAmong, rankPoints } from "./rank.ts";
import type { Board, BoardRow } from "./schemas.ts";
import { noTotals, type Totals } from "./totals.ts";

/** Long boards end here; the viewer's own row is always shown. */
export const longestBoard = 50;

type People = Pick<Board, "rows" | "ranked" | "own" | "ownNote">;

/**
 * The people's board. Who has no points is not on it, as nobody has to take part; who is absent is seen by nobody but
 * themselves.
 */
export function rankPeople(
  members: readonly BoardMember[],
  totals: ReadonlyMap<string, Totals>,
  viewerId: string,
): People {
  const totalsOf = (member: BoardMember) => totals.get(member.id) ?? noTotals;
  const present = members.filter((member) => member.boardName !== "absent");
  const ranks = rankPoints(present.map((member) => totalsOf(member).points));
  const ranksBefore = rankPoints(present.map((member) => totalsOf(member).weekAgo));

  const ranked = present
    .map((member, index) => ({ member, rank: ranks[index] ?? null, before: ranksBefore[index] ?? null }))
    .filter(({ rank }) => rank !== null)
    .sort((a, b) => Number(a.rank) - Number(b.rank) || compareShown(a.member, b.member));
  const rows = ranked
    .slice(0, longestBoard)
    .map(({ member, rank, before }) => toRow(member, totalsOf(member), rank, before, member.id === viewerId));

  const shown = rows.find((row) => row.isOwn);
  if (shown) return { rows, ranked: ranked.length, own: shown, ownNote: null };
  const viewer = members.find((member) => member.id === viewerId);
  if (!viewer) return { rows, ranked: ranked.length, own: null, ownNote: null };

  const own = totalsOf(viewer);
  const others = present.map(totalsOf);
  const rank = rankAmong(
    own.points,
    others.map(({ points }) => points),
  );
  const before = rankAmong(
    own.weekAgo,
    others.map(({ weekAgo }) => weekAgo),
  );
  const ownNote = viewer.boardName === "absent" ? "absent" : rank ? "further_down" : "no_points";
  return { rows, ranked: ranked.length, own: toRow(viewer, own, rank, before, true), ownNote };
}

/** Within a tie by what is shown: the order of names behind aliases would give them away. */
const compareShown = (a: BoardMember, b: BoardMember): number =>
  names.compare(appear(a).name, appear(b).name);
const names = new Intl.Collator("en");

function toRow(
  member: BoardMember,
  { points, weeks }: Totals,
  rank: number | null,
  before: number | null,
  isOwn: boolean,
): BoardRow {
  return { ...appear(member), isOwn, rank, points, movement: rank && before ? before - rank : null, weeks };
}
