import { and, asc, count, eq, ilike, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members, teamManagers } from "#db/schema/members.ts";
import { teams } from "#db/schema/teams.ts";
import { sessions } from "#db/schema/users.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { assertCan } from "#lib/errors.ts";
import { canManageMembers } from "../policy.ts";
import type { PeopleFilters, PeoplePage, PersonDto } from "../schemas.ts";

const pageSize = 50;

/** A page of the organization's people by name, those that match the search in name, address, job or location. */
export async function listPeople(actor: Actor, { q, page }: PeopleFilters): Promise<PeoplePage> {
  assertCan(canManageMembers(actor));
  const matching = and(eq(members.organizationId, actor.organizationId), matches(q));
  const [total] = await db.select({ count: count() }).from(members).where(matching);
  const rows = await db
    .select(columns)
    .from(members)
    .leftJoin(teams, and(eq(teams.organizationId, members.organizationId), eq(teams.id, members.teamId)))
    .where(matching)
    .orderBy(asc(members.name), asc(members.id))
    .limit(pageSize)
    .offset((page - 1) * pageSize);
  const found = total?.count ?? 0;
  return {
    people: rows.map(toPerson),
    count: found,
    page,
    pageCount: Math.max(1, Math.ceil(found / pageSize)),
  };
}

function matches(q: string) {
  if (!q) return undefined;
  const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  return or(
    ilike(members.name, pattern),
    ilike(members.email, pattern),
    ilike(members.jobTitle, pattern),
    ilike(members.location, pattern),
  );
}

const columns = {
  id: members.id,
  name: members.name,
  email: members.email,
  jobTitle: members.jobTitle,
  location: members.location,
  jobFunction: members.jobFunction,
  region: members.region,
  isExecutive: members.isExecutive,
  country: members.country,
  language: members.language,
  roles: members.roles,
  teamId: teams.id,
  teamName: teams.name,
  managedTeamIds: sql<string[]>`array(
    select ${teamManagers.teamId}::text from ${teamManagers}
    where ${teamManagers.organizationId} = ${members.organizationId} and ${teamManagers.memberId} = ${members.id})`,
  joinedAt: members.joinedAt,
  suspendedAt: members.suspendedAt,
  lastSignInAt: sql`(
    select max(${sessions.createdAt}) from ${sessions}
    where ${sessions.organizationId} = ${members.organizationId} and ${sessions.memberId} = ${members.id})`.mapWith(
    sessions.createdAt,
  ),
};

type PersonRow = Omit<PersonDto, "team" | "state"> & {
  teamId: string | null;
  teamName: string | null;
  joinedAt: Date | null;
  suspendedAt: Date | null;
};

function toPerson({ teamId, teamName, joinedAt, suspendedAt, ...person }: PersonRow): PersonDto {
  const team = teamId && teamName ? { id: teamId, name: teamName } : null;
  const state = suspendedAt ? "suspended" : joinedAt ? "active" : "invited";
  return { ...person, team, state };
}
