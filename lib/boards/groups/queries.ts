import { and, eq, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import type { Group } from "../group.ts";

export const isActive = and(isNotNull(members.joinedAt), isNull(members.suspendedAt));

/** How many active members are in a group. */
export async function countGroup(actor: MemberActor, group: Group): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(members)
    .where(and(eq(members.organizationId, actor.organizationId), isActive, isIn(group)));
  return row?.count ?? 0;
}

/** The jobs and regions that enough active members have to be compared among themselves, and whether there are as many executives. */
export async function listGroups(actor: MemberActor, smallest: number): Promise<Group[]> {
  const groups = await db.execute(sql`
    select groups.kind, groups.name from ${members}
    cross join lateral (values ('function', ${members.jobFunction}), ('region', ${members.region}),
      ('executives', case when ${members.isExecutive} then 'all' else '' end)) as groups(kind, name)
    where ${members.organizationId} = ${actor.organizationId} and ${isActive} and groups.name <> ''
      and (groups.kind = 'executives' or not ${members.isExecutive})
    group by groups.kind, groups.name having count(*) >= ${smallest} order by groups.kind, groups.name`);
  return (groups as { rows: Group[] }).rows;
}

/** What a member of a group meets: executives are in their own group only, and in their team. */
export function isIn({ kind, name }: Group): SQL | undefined {
  if (kind === "team") return eq(members.teamId, name);
  if (kind === "executives") return eq(members.isExecutive, true);
  return and(
    eq(members.isExecutive, false),
    eq(kind === "function" ? members.jobFunction : members.region, name),
  );
}
