import { and, desc, eq, gt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { seasons } from "#db/schema/boards.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { type Day, dayIn } from "#lib/day.ts";
import { DomainError } from "#lib/errors.ts";
import { findOwn, listPeople, listTeams } from "./results/queries.ts";
import type { ClosedSeason, SeasonDto, SeasonFigures } from "./schemas.ts";
import { closingDay } from "./season.ts";

const shownSeasons = 60;
const announcedMs = 14 * 86_400_000;

/** The running season, those that ended and wait to be closed, and the archive, the latest first. */
export async function listSeasons(actor: MemberActor): Promise<SeasonDto[]> {
  const place = await readPlace(actor);
  const rows = await db
    .select()
    .from(seasons)
    .where(eq(seasons.organizationId, actor.organizationId))
    .orderBy(desc(seasons.endsOn))
    .limit(shownSeasons);
  return rows.map((row) => toSeason(row, place));
}

/** A season's own row; `not_found` where there are no boards. */
export async function getSeason(actor: MemberActor, id: string): Promise<SeasonDto> {
  return toSeason(await readSeason(actor, id), await readPlace(actor));
}

/** The season that was closed in the last two weeks, for everybody to look at. */
export async function findJustClosed(actor: MemberActor): Promise<{ id: string; name: string } | null> {
  const [season] = await db
    .select({ id: seasons.id, name: seasons.name })
    .from(seasons)
    .where(
      and(
        eq(seasons.organizationId, actor.organizationId),
        gt(seasons.closedAt, new Date(clock.now().getTime() - announcedMs)),
      ),
    )
    .orderBy(desc(seasons.endsOn))
    .limit(1);
  return season ?? null;
}

/** How a closed season ended. @throws DomainError `not_found`, also while it is open */
export async function getClosedSeason(actor: MemberActor, id: string): Promise<ClosedSeason> {
  const { boardMode, smallestGroup, ...place } = await readPlace(actor);
  const season = await readSeason(actor, id);
  if (!season.closedAt) throw new DomainError("not_found", "This season is not closed.");
  const hasPeople = boardMode === "people";
  const own = hasPeople ? await findOwn(actor, id) : null;
  return {
    ...toSeason(season, place),
    closing: {
      at: season.closedAt.toISOString(),
      byName: season.closedByName,
      note: season.closingNote,
      figures: season.closingFigures as SeasonFigures,
    },
    people: hasPeople ? await listPeople(actor, id, "person") : [],
    executives: hasPeople ? await listPeople(actor, id, "executive") : [],
    teams: await listTeams(actor, id),
    own,
    smallestGroup,
  };
}

async function readPlace({ organizationId }: MemberActor) {
  const [place] = await db
    .select({
      boardMode: organizations.boardMode,
      smallestGroup: organizations.smallestGroup,
      timeZone: organizations.timeZone,
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!place || place.boardMode === "off") throw new DomainError("not_found", "There are no boards here.");
  return { ...place, today: dayIn(place.timeZone, clock.now()) };
}

async function readSeason({ organizationId }: MemberActor, id: string) {
  const [season] = await db
    .select({
      id: seasons.id,
      name: seasons.name,
      startsOn: seasons.startsOn,
      endsOn: seasons.endsOn,
      createdAt: seasons.createdAt,
      closedAt: seasons.closedAt,
      closedByName: members.name,
      closingNote: seasons.closingNote,
      closingFigures: seasons.closingFigures,
    })
    .from(seasons)
    .leftJoin(
      members,
      and(eq(members.organizationId, seasons.organizationId), eq(members.id, seasons.closedById)),
    )
    .where(and(eq(seasons.organizationId, organizationId), eq(seasons.id, id)));
  if (!season) throw new DomainError("not_found", "There is no such season.");
  return season;
}

type StoredSeason = Pick<
  typeof seasons.$inferSelect,
  "id" | "name" | "startsOn" | "endsOn" | "createdAt" | "closedAt"
>;

function toSeason(
  { id, name, startsOn, endsOn, createdAt, closedAt }: StoredSeason,
  { today, timeZone }: { today: Day; timeZone: string },
): SeasonDto {
  const state = closedAt ? "closed" : endsOn < today ? "ended" : "running";
  return { id, name, startsOn, endsOn, closesOn: closingDay(endsOn, dayIn(timeZone, createdAt)), state };
}
