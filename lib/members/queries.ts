import { and, eq } from "drizzle-orm";
import { cache } from "react";
import { db } from "#db/client.ts";
import { members, teamManagers } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { DomainError } from "#lib/errors.ts";
import type { Viewer } from "./schemas.ts";

/** Who is looking, for layouts. Read once per request. */
export const getViewer = cache(async (actor: MemberActor): Promise<Viewer> => {
  const [viewer] = await db
    .select({
      memberId: members.id,
      name: members.name,
      email: members.email,
      roles: members.roles,
      organization: {
        id: organizations.id,
        name: organizations.name,
        slug: organizations.slug,
        accentColor: organizations.accentColor,
        timeZone: organizations.timeZone,
      },
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.organizationId, actor.organizationId), eq(members.id, actor.memberId)));
  if (!viewer) throw new DomainError("not_found");
  return { ...viewer, managedTeamIds: await listManagedTeamIds(actor) };
});

async function listManagedTeamIds(actor: MemberActor): Promise<string[]> {
  const rows = await db
    .select({ teamId: teamManagers.teamId })
    .from(teamManagers)
    .where(
      and(eq(teamManagers.organizationId, actor.organizationId), eq(teamManagers.memberId, actor.memberId)),
    );
  return rows.map((row) => row.teamId);
}
