import { and, asc, desc, eq, isNotNull, ne } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { scoreCorrections } from "#db/schema/scores.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { assertCan } from "#lib/errors.ts";
import { canManageScores } from "../policy.ts";
import type { Correction } from "./schemas.ts";

const latest = 50;
const correctors = alias(members, "correctors");

/** The latest corrections, newest first. */
export async function listCorrections(actor: MemberActor): Promise<Correction[]> {
  assertCan(canManageScores(actor));
  const rows = await db
    .select({
      id: scoreCorrections.id,
      memberName: members.name,
      points: scoreCorrections.points,
      reason: scoreCorrections.reason,
      correctedByName: correctors.name,
      correctedAt: scoreCorrections.correctedAt,
    })
    .from(scoreCorrections)
    .innerJoin(
      members,
      and(
        eq(members.organizationId, scoreCorrections.organizationId),
        eq(members.id, scoreCorrections.memberId),
      ),
    )
    .innerJoin(
      correctors,
      and(
        eq(correctors.organizationId, scoreCorrections.organizationId),
        eq(correctors.id, scoreCorrections.correctedById),
      ),
    )
    .where(eq(scoreCorrections.organizationId, actor.organizationId))
    .orderBy(desc(scoreCorrections.correctedAt))
    .limit(latest);
  return rows.map((row) => ({ ...row, correctedAt: row.correctedAt.toISOString() }));
}

/** Whose points the admin may correct: everybody who joined, but for themselves. */
export async function listCorrectable(actor: MemberActor): Promise<{ id: string; name: string }[]> {
  assertCan(canManageScores(actor));
  return db
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(
      and(
        eq(members.organizationId, actor.organizationId),
        isNotNull(members.joinedAt),
        ne(members.id, actor.memberId),
      ),
    )
    .orderBy(asc(members.name));
}
