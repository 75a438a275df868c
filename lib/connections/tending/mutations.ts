import { and, isNotNull, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { connectionRequests } from "#db/schema/connections.ts";
import { systemActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { log } from "#lib/log.ts";
import { notify } from "#lib/notices/mutations.ts";
import { withAccess } from "../access/mutations.ts";
import { endConsent } from "../access/standing/mutations.ts";
import { giveBackOther } from "../choices/mutations.ts";
import { daysUntil, warnedDays } from "../state.ts";
import { listEnding, listUnused } from "./queries.ts";

const job = "tend-connections";
const dayMs = 86_400_000;
const unusedDays = 30;

const daysFromNow = (days: number): Date => new Date(clock.now().getTime() + days * dayMs);

/** Deletes what is left of ways to networks that nobody came back from, and accounts that nobody chose. */
export async function deleteOldRequests(): Promise<void> {
  const hasOther = and(isNotNull(connectionRequests.other), lt(connectionRequests.expiresAt, clock.now()));
  const unchosen = await db.select().from(connectionRequests).where(hasOther);
  await db.update(connectionRequests).set({ other: null }).where(hasOther);
  for (const request of unchosen) await giveBackOther(request);
  await db.delete(connectionRequests).where(lt(connectionRequests.expiresAt, daysFromNow(-1)));
}

/** A refresh token that nobody uses ends some day: one use a month keeps those alive that a network renews with each. */
export async function keepAlive(): Promise<void> {
  for (const { organizationId, id } of await listUnused(daysFromNow(-unusedDays), clock.now()))
    await withAccess(systemActor(organizationId, job), id, async () => null).catch((error: unknown) =>
      log.warn({ err: error, connectionId: id }, "an account could not be kept alive"),
    );
}

/** Tells members whose consent ends, at each of the days before once, and marks what has ended. */
export async function tellOfEnds(): Promise<void> {
  for (const ending of await listEnding(daysFromNow(warnedDays[0]))) await tellOfEnd(ending);
}

async function tellOfEnd(ending: Awaited<ReturnType<typeof listEnding>>[number]): Promise<void> {
  const { organizationId, id, memberId, network, timeZone, version, endsAt } = ending;
  const actor = systemActor(organizationId, job);
  const left = daysUntil(endsAt, clock.now());
  if (left <= 0) {
    await endConsent(actor, { connectionId: id, version }, "expired");
    return;
  }
  // Whoever was told of three days needs not hear of fourteen.
  const warned = warnedDays.findLast((days) => left <= days);
  await notify(db, actor, {
    memberId,
    kind: "connection.expiring",
    data: { network, endsOn: dayIn(timeZone, endsAt) },
    onceKey: `connection.expiring ${id} ${endsAt.toISOString()} ${warned}`,
  });
}
