import { and, asc, count, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { teams } from "#db/schema/teams.ts";
import type { Actor } from "#lib/auth/actor.ts";
import type { TeamDto } from "./schemas.ts";

/** Every team of the organization, by name. */
export async function listTeams({ organizationId }: Actor): Promise<TeamDto[]> {
  return db
    .select({ id: teams.id, name: teams.name, memberCount: count(members.id) })
    .from(teams)
    .leftJoin(members, and(eq(members.organizationId, teams.organizationId), eq(members.teamId, teams.id)))
    .where(eq(teams.organizationId, organizationId))
    .groupBy(teams.organizationId, teams.id)
    .orderBy(asc(teams.name));
}
