import { appear, type BoardMember } from "./appearance.ts";
import { rankPoints } from "./rank.ts";
import type { BoardRow } from "./schemas.ts";

type Placed = BoardMember & { points: number; rankBefore: number | null };

/**
 * The first rows of a board of people, from those with the most points. Within a tie they stand by what is shown: the order of
 * names behind aliases would give them away.
 */
export function toRows(
  first: readonly Placed[],
  weeks: ReadonlyMap<string, number[]>,
  viewerId: string,
): BoardRow[] {
  const ranks = rankPoints(first.map(({ points }) => points));
  return first
    .map((member, index) => ({ member, rank: ranks[index] ?? null }))
    .sort((a, b) => Number(a.rank) - Number(b.rank) || compareShown(a.member, b.member))
    .map(({ member, rank }) =>
      toRow(member, rank, member.rankBefore, weeks.get(member.id) ?? [], member.id === viewerId),
    );
}

export function toRow(
  member: Placed,
  rank: number | null,
  before: number | null,
  weeks: number[],
  isOwn: boolean,
): BoardRow {
  const { points } = member;
  return { ...appear(member), isOwn, rank, points, movement: rank && before ? before - rank : null, weeks };
}

const compareShown = (a: BoardMember, b: BoardMember): number =>
  names.compare(appear(a).name, appear(b).name);
const names = new Intl.Collator("en");
