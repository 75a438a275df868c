import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { badges as badgesTable, thanks } from "#db/schema/recognition.ts";
import { shares } from "#db/schema/shares.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { getToday } from "#lib/campaigns/queries.ts";
import { mondayOf } from "#lib/day.ts";
import { getOwnPoints } from "#lib/scores/queries.ts";
import { outStates } from "#lib/shares/went-out.ts";
import { badgeNames } from "./badges/badges.ts";
import { levelOf } from "./level.ts";
import type { Recognition } from "./schemas.ts";
import { streakOf } from "./streak.ts";
import type { ThanksDto } from "./thanks/schemas.ts";

const latest = 20;

/** The member's own; null while they have it switched off. */
export async function findRecognition(actor: MemberActor): Promise<Recognition | null> {
  const [member] = await db
    .select({ offAt: members.recognitionOffAt })
    .from(members)
    .where(and(eq(members.organizationId, actor.organizationId), eq(members.id, actor.memberId)));
  if (!member || member.offAt) return null;

  const { today } = await getToday(actor);
  const [mondays, points, earned, received, given] = await Promise.all([
    readMondays(actor),
    getOwnPoints(actor, today),
    readBadges(actor),
    readThanks(actor, "received"),
    readThanks(actor, "given"),
  ]);
  return {
    streak: streakOf(mondays, mondayOf(today)),
    level: levelOf(points.allTime),
    badges: badgeNames.map((badge) => ({ badge, earnedAt: earned.get(badge)?.toISOString() ?? null })),
    received,
    given,
  };
}

/** Weeks in which a share of theirs went out, by their Mondays in the organization's time zone. */
async function readMondays(actor: MemberActor): Promise<Set<string>> {
  const monday = sql<string>`to_char(date_trunc('week', ${shares.confirmedAt} at time zone ${organizations.timeZone}), 'YYYY-MM-DD')`;
  const weeks = await db
    .selectDistinct({ monday })
    .from(shares)
    .innerJoin(organizations, eq(organizations.id, shares.organizationId))
    .where(
      and(
        eq(shares.organizationId, actor.organizationId),
        eq(shares.memberId, actor.memberId),
        inArray(shares.state, [...outStates]),
      ),
    );
  return new Set(weeks.map((week) => week.monday));
}

async function readBadges(actor: MemberActor): Promise<Map<string, Date>> {
  const rows = await db
    .select({ badge: badgesTable.badge, earnedAt: badgesTable.earnedAt })
    .from(badgesTable)
    .where(
      and(eq(badgesTable.organizationId, actor.organizationId), eq(badgesTable.memberId, actor.memberId)),
    );
  return new Map(rows.map(({ badge, earnedAt }) => [badge, earnedAt]));
}

/** What came from, or went to, somebody who has recognition switched off is not there while they have. */
async function readThanks(actor: MemberActor, which: "received" | "given"): Promise<ThanksDto[]> {
  const [own, other] = which === "received" ? [thanks.toId, thanks.fromId] : [thanks.fromId, thanks.toId];
  const rows = await db
    .select({ id: thanks.id, name: members.name, note: thanks.note, at: thanks.createdAt })
    .from(thanks)
    .innerJoin(members, and(eq(members.organizationId, thanks.organizationId), eq(members.id, other)))
    .where(
      and(
        eq(thanks.organizationId, actor.organizationId),
        eq(own, actor.memberId),
        isNull(thanks.takenBackAt),
        isNull(members.recognitionOffAt),
      ),
    )
    .orderBy(desc(thanks.createdAt))
    .limit(latest);
  return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
}
