import { and, eq, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { looks } from "#db/schema/boards.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { addDays, type Day } from "#lib/day.ts";
import type { LookPlace } from "./schemas.ts";

const keptDays = 365;
const chunkSize = 1000;

/** Notes that the actor was shown the named figures of these members, once a day. Each can read it on their own page. */
export async function noteLooks(
  actor: MemberActor,
  memberIds: readonly string[],
  place: LookPlace,
  day: Day,
): Promise<void> {
  const { organizationId, memberId: viewerId } = actor;
  const others = memberIds.filter((memberId) => memberId !== viewerId);
  for (let start = 0; start < others.length; start += chunkSize)
    await db
      .insert(looks)
      .values(
        others.slice(start, start + chunkSize).map((memberId) => ({
          ...{ organizationId, memberId, viewerId, place, day, lookedAt: clock.now() },
        })),
      )
      .onConflictDoNothing();
}

/** Looks are kept for a year. */
export async function deleteOldLooks(organizationId: string, today: Day): Promise<void> {
  await db
    .delete(looks)
    .where(and(eq(looks.organizationId, organizationId), lt(looks.day, addDays(today, -keptDays))));
}
