import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { cache } from "react";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { notices } from "#db/schema/notices.ts";
import { organizations } from "#db/schema/organizations.ts";
import { topicApprovers } from "#db/schema/topics.ts";
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
        boardMode: organizations.boardMode,
      },
      unreadNotices: sql<number>`(select count(*) from ${notices}
        where ${notices.organizationId} = ${members.organizationId} and ${notices.memberId} = ${members.id}
          and ${notices.readAt} is null)`.mapWith(Number),
      isApprover: sql<boolean>`exists (select from ${topicApprovers}
        where ${topicApprovers.organizationId} = ${members.organizationId}
          and ${topicApprovers.memberId} = ${members.id})`,
    })
    .from(members)
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(and(eq(members.organizationId, actor.organizationId), eq(members.id, actor.memberId)));
  if (!viewer) throw new DomainError("not_found");
  return { ...viewer, otherOrganizations: await listOtherOrganizations(actor) };
});

async function listOtherOrganizations(actor: MemberActor): Promise<{ id: string; name: string }[]> {
  const self = alias(members, "self");
  return db
    .select({ id: organizations.id, name: organizations.name })
    .from(self)
    .innerJoin(members, and(eq(members.userId, self.userId), ne(members.organizationId, self.organizationId)))
    .innerJoin(organizations, eq(organizations.id, members.organizationId))
    .where(
      and(
        eq(self.organizationId, actor.organizationId),
        eq(self.id, actor.memberId),
        isNull(members.suspendedAt),
      ),
    )
    .orderBy(organizations.name);
}
