import { and, desc, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { looks } from "#db/schema/boards.ts";
import { members } from "#db/schema/members.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import type { LookDto, LookPlace } from "./schemas.ts";

const latest = 20;

/** Who looked at the member's own named figures, the last ones first. */
export async function listLooks(actor: MemberActor, limit = latest): Promise<LookDto[]> {
  const rows = await db
    .select({ viewerKey: looks.viewerId, viewerName: members.name, place: looks.place, day: looks.day })
    .from(looks)
    .innerJoin(members, and(eq(members.organizationId, looks.organizationId), eq(members.id, looks.viewerId)))
    .where(and(eq(looks.organizationId, actor.organizationId), eq(looks.memberId, actor.memberId)))
    .orderBy(desc(looks.day), desc(looks.lookedAt))
    .limit(limit);
  return rows.map((row) => ({ ...row, place: row.place as LookPlace }));
}
