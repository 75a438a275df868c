import { and, asc, eq, gte, lt, notInArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { stories } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { addDays, type Day } from "#lib/day.ts";
import { assertCan } from "#lib/errors.ts";
import { toMoment } from "#lib/local-time.ts";
import { canCurate } from "../policy.ts";
import { getOrganizationRules } from "../queries.ts";
import type { Planned, PlannedMoment } from "./schemas.ts";
import { whyFixed } from "./why-fixed.ts";

/** No more is drawn at once; a month of this many is looked at week by week. */
const mostOfEach = 500;

/** What goes live and what expires from the one day to the other, both included, on the organization's clocks. */
export async function listPlanned(actor: Actor, { from, to }: { from: Day; to: Day }): Promise<Planned> {
  assertCan(canCurate(actor), "The desk is for curators and admins.");
  const { timeZone } = await getOrganizationRules(db, actor);
  const start = toMoment(`${from}T00:00`, timeZone);
  const end = toMoment(`${addDays(to, 1)}T00:00`, timeZone);
  const [goLive, expire] = await Promise.all([
    listMoments(actor, "publishAt", start, end),
    listMoments(actor, "expiresAt", start, end),
  ]);
  return {
    moments: [...goLive.slice(0, mostOfEach), ...expire.slice(0, mostOfEach)],
    isCut: goLive.length > mostOfEach || expire.length > mostOfEach,
  };
}

async function listMoments(
  actor: Actor,
  moment: PlannedMoment["moment"],
  start: Date,
  end: Date,
): Promise<PlannedMoment[]> {
  const rows = await db
    .select({
      storyId: stories.id,
      version: stories.version,
      title: stories.title,
      state: stories.state,
      publishAt: stories.publishAt,
      at: stories[moment],
    })
    .from(stories)
    .where(
      and(
        eq(stories.organizationId, actor.organizationId),
        notInArray(stories.state, ["archived", "rejected"]),
        gte(stories[moment], start),
        lt(stories[moment], end),
      ),
    )
    .orderBy(asc(stories[moment]), asc(stories.id))
    .limit(mostOfEach + 1);
  const now = clock.now();
  return rows.flatMap(({ at, publishAt, ...story }) =>
    at
      ? {
          ...story,
          id: `${story.storyId}-${moment}`,
          moment,
          at: at.toISOString(),
          isOver: story.state === "approved" && at <= now,
          whyFixed: whyFixed({ ...story, publishAt }, moment, now),
        }
      : [],
  );
}
