import { and, eq, isNotNull, isNull, lt, ne, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { looks } from "#db/schema/boards.ts";
import { members } from "#db/schema/members.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { addDays, type Day } from "#lib/day.ts";
import { type Group, groupColumns } from "../group.ts";
import type { LookPlace } from "./schemas.ts";

const keptDays = 365;

/** Notes that the actor looked at the named figures of a group, or of everybody. Each member can read it on their own page. */
export async function noteLooks(
  actor: MemberActor,
  group: Group | null,
  place: LookPlace,
  day: Day,
): Promise<void> {
  await insertLooks(actor, place, day, group ? isOf(group) : undefined);
}

/** The same for one member. */
export async function noteLook(
  actor: MemberActor,
  memberId: string,
  place: LookPlace,
  day: Day,
): Promise<void> {
  await insertLooks(actor, place, day, eq(members.id, memberId));
}

async function insertLooks(
  actor: MemberActor,
  place: LookPlace,
  day: Day,
  who: SQL | undefined,
): Promise<void> {
  const { organizationId, memberId } = actor;
  await db.execute(sql`
    insert into ${looks} (organization_id, member_id, viewer_id, place, day, looked_at)
    select ${members.organizationId}, ${members.id}, ${memberId}::uuid, ${place}, ${day}::date,
      ${clock.now().toISOString()}::timestamptz
    from ${members}
    where ${and(
      eq(members.organizationId, organizationId),
      isNotNull(members.joinedAt),
      isNull(members.suspendedAt),
      ne(members.boardName, "absent"),
      ne(members.id, memberId),
      who,
    )}
    on conflict do nothing`);
}

function isOf({ kind, name }: Group): SQL {
  const column = groupColumns[kind];
  return kind === "executives" ? sql`${members.isExecutive}` : sql`${members[column]} = ${name}`;
}

/** Looks are kept for a year. */
export async function deleteOldLooks(organizationId: string, today: Day): Promise<void> {
  await db
    .delete(looks)
    .where(and(eq(looks.organizationId, organizationId), lt(looks.day, addDays(today, -keptDays))));
}
