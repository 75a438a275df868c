import { and, eq, gt, ne, or, type SQL, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { standings } from "#db/schema/boards.ts";
import { members } from "#db/schema/members.ts";
import { teams } from "#db/schema/teams.ts";
import type { Actor, MemberActor } from "#lib/auth/actor.ts";
import type { BoardMember } from "../appearance.ts";
import type { Group } from "../group.ts";
import { isActive, isIn } from "../groups/queries.ts";
import type { TeamFigures } from "../teams.ts";

/** A member on a board: points now and a week ago, in tenths, and the place then; null for none. */
export type Standing = BoardMember & {
  isExecutive: boolean;
  points: number;
  before: number;
  rankBefore: number | null;
};

const person = {
  id: members.id,
  name: members.name,
  alias: members.alias,
  boardName: members.boardName,
  isExecutive: members.isExecutive,
  teamName: teams.name,
};
const points = sql<number>`coalesce(${standings.shown}, 0)`.mapWith(Number);
const before = sql<number>`coalesce(round(${standings.pointsBefore}, 1), 0)`.mapWith(Number);

const teamOfMember = and(eq(teams.organizationId, members.organizationId), eq(teams.id, members.teamId));

const onBoard = ({ organizationId }: MemberActor, board: string) =>
  and(eq(standings.organizationId, organizationId), eq(standings.board, board), gt(standings.shown, 0));
const standingOfMember = (board: string) =>
  and(
    eq(standings.organizationId, members.organizationId),
    eq(standings.board, board),
    eq(standings.memberId, members.id),
  );
const memberOfStanding = and(
  eq(members.organizationId, standings.organizationId),
  eq(members.id, standings.memberId),
);

/** Those with the most points on a board of everybody, first ones first; executives and absent members are not on it. */
export async function readTop(actor: MemberActor, board: string, limit: number): Promise<Standing[]> {
  return db
    .select({ ...person, points, before, rankBefore: standings.rankBefore })
    .from(standings)
    .innerJoin(members, memberOfStanding)
    .leftJoin(teams, teamOfMember)
    .where(and(onBoard(actor, board), standings.isListed))
    .orderBy(sql`${standings.shown} desc nulls last`, standings.memberId)
    .limit(limit);
}

/**
 * The same for some of them, placed among themselves: who shows their name, and the viewer. An alias among few would be matched
 * to a person by elimination.
 */
export async function readTopOf(
  actor: MemberActor,
  board: string,
  group: Group | null,
  limit: number,
): Promise<Standing[]> {
  const rankBefore = sql<number | null>`case when round(${standings.pointsBefore}, 1) > 0
    then rank() over (order by round(${standings.pointsBefore}, 1) desc) end`.mapWith(Number);
  return db
    .select({ ...person, points, before, rankBefore })
    .from(standings)
    .innerJoin(members, memberOfStanding)
    .leftJoin(teams, teamOfMember)
    .where(
      and(
        onBoard(actor, board),
        isActive,
        group ? isIn(group) : eq(members.isExecutive, false),
        or(
          eq(members.boardName, "name"),
          and(eq(members.id, actor.memberId), ne(members.boardName, "absent")),
        ),
      ),
    )
    .orderBy(sql`${standings.shown} desc nulls last`, standings.memberId)
    .limit(limit);
}

/** The viewer, whether they are on the board or not. */
export async function findOwn(actor: MemberActor, board: string): Promise<Standing | null> {
  const [own] = await db
    .select({ ...person, points, before, rankBefore: standings.rankBefore })
    .from(members)
    .leftJoin(standings, standingOfMember(board))
    .leftJoin(teams, teamOfMember)
    .where(and(eq(members.organizationId, actor.organizationId), eq(members.id, actor.memberId), isActive));
  return own ?? null;
}

/** The places among everybody, now and a week ago, that somebody with these points has or would have; null without points. */
export async function findPlaces(
  actor: MemberActor,
  board: string,
  own: Pick<Standing, "points" | "before" | "rankBefore">,
): Promise<{ rank: number | null; before: number | null }> {
  const placeBelow = async (isAbove: SQL) => {
    const [row] = await db
      .select({ count: sql<number>`count(*)`.mapWith(Number) })
      .from(standings)
      .where(
        and(
          eq(standings.organizationId, actor.organizationId),
          eq(standings.board, board),
          isAbove,
          standings.isListed,
        ),
      );
    return (row?.count ?? 0) + 1;
  };
  const isAboveBefore = sql`round(${standings.pointsBefore}, 1) > ${own.before}`;
  const [rank, before] = await Promise.all([
    own.points > 0 ? placeBelow(sql`${standings.shown} > ${own.points}`) : null,
    own.before > 0 ? (own.rankBefore ?? placeBelow(isAboveBefore)) : null,
  ]);
  return { rank, before };
}

/** Every team's people, and their points now and a week ago: of all of them, and of those who show their name. */
export async function readTeamSums(
  actor: Actor,
  board: string,
  executor: Executor = db,
): Promise<TeamFigures[]> {
  const isNamed = sql`${members.boardName} = 'name'`;
  const sum = (what: SQL, of?: SQL) =>
    sql<number>`coalesce(sum(${what}) ${of ? sql`filter (where ${of})` : sql``}, 0)`.mapWith(Number);
  const shownBefore = sql`round(${standings.pointsBefore}, 1)`;
  return executor
    .select({
      id: teams.id,
      name: teams.name,
      people: sql<number>`count(*)`.mapWith(Number),
      named: sql<number>`count(*) filter (where ${isNamed})`.mapWith(Number),
      points: { all: sum(sql`${standings.shown}`), named: sum(sql`${standings.shown}`, isNamed) },
      before: { all: sum(shownBefore), named: sum(shownBefore, isNamed) },
    })
    .from(members)
    .innerJoin(teams, teamOfMember)
    .leftJoin(standings, standingOfMember(board))
    .where(and(eq(members.organizationId, actor.organizationId), isActive))
    .groupBy(teams.id, teams.name);
}
