import type { MemberActor } from "#lib/auth/actor.ts";
import { toCsv } from "#lib/csv.ts";
import { assertCan } from "#lib/errors.ts";
import { canExportBoards } from "../policy.ts";
import { readBoard } from "../queries.ts";
import type { BoardFilters } from "../schemas.ts";

const mostRows = 100_000;

/** A board as CSV, with everybody as they choose to be shown: what is in the file is what is on the page, to its end. */
export async function writeBoard(actor: MemberActor, filters: BoardFilters): Promise<string> {
  assertCan(canExportBoards(actor), "Managers, curators and admins can download boards.");
  const { rows } = await readBoard(actor, filters, mostRows, "export");
  const isTeams = filters.view === "teams";
  const head = [
    "Rank",
    isTeams ? "Team" : "Name",
    isTeams ? "People" : "Team",
    isTeams ? "Points per person" : "Points",
    "Places won in a week",
  ];
  return toCsv([
    head,
    ...rows.map(({ rank, name, detail, points, movement }) => [rank, name, detail, points, movement]),
  ]);
}
