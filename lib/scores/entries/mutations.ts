import { and, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { scoreDays, scoreEntries } from "#db/schema/scores.ts";
import type { Day } from "#lib/day.ts";
import type { Entry } from "../entry.ts";
import { roundPoints } from "../rule.ts";

const chunkSize = 500;

/**
 * Makes everybody else who scores for these members wait until the transaction ends, so that limits hold.
 * Always before the first entry is written, and all members at once: two scorers then never wait for each other.
 */
export async function lockMembers(tx: Executor, organizationId: string, memberIds: string[]): Promise<void> {
  // "no key update" lets others write entries that refer to these members; "update" would be a deadlock in waiting.
  await tx
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.organizationId, organizationId), inArray(members.id, memberIds)))
    .orderBy(members.id)
    .for("no key update");
}

/** Appends entries and adds what is new to the members' days. An entry that is there already changes nothing. */
export async function appendEntries(tx: Executor, entries: Entry[]): Promise<void> {
  const days = new Map<string, DayPoints>();
  for (let start = 0; start < entries.length; start += chunkSize) {
    const added = await tx
      .insert(scoreEntries)
      .values(entries.slice(start, start + chunkSize))
      .onConflictDoNothing()
      .returning(dayPoints);
    for (const entry of added) addTo(days, entry);
  }

  // In one order for everybody, again so that two scorers never wait for each other.
  const sums = [...days].filter(([, sum]) => sum.points !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  if (sums.length === 0) return;
  await tx
    .insert(scoreDays)
    .values(sums.map(([, sum]) => sum))
    .onConflictDoUpdate({
      target: [scoreDays.organizationId, scoreDays.memberId, scoreDays.day],
      set: { points: sql`${scoreDays.points} + excluded.points` },
    });
}

const dayPoints = {
  organizationId: scoreEntries.organizationId,
  memberId: scoreEntries.memberId,
  day: scoreEntries.day,
  points: scoreEntries.points,
};
type DayPoints = { organizationId: string; memberId: string; day: Day; points: number };

function addTo(days: Map<string, DayPoints>, entry: DayPoints): void {
  const key = `${entry.memberId} ${entry.day}`;
  const points = (days.get(key)?.points ?? 0) + entry.points;
  days.set(key, { ...entry, points: roundPoints(points) });
}
