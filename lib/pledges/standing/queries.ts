import { and, between, count, eq, inArray, sql } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import type { network } from "#db/enums.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { absences, holidays, type pledges } from "#db/schema/pledges.ts";
import { shares } from "#db/schema/shares.ts";
import { stories, storyTopics } from "#db/schema/stories.ts";
import { addDays, type Day } from "#lib/day.ts";
import { outStates } from "#lib/shares/went-out.ts";
import { type Asked, askedOf } from "../asked.ts";
import { type Rests, restsOn } from "../rest-days.ts";

export type PledgeRow = typeof pledges.$inferSelect;

export type Standing = {
  asked: Asked;
  done: number;
  networks: (typeof network.enumValues)[number][];
  rests: Rests;
};

/** What each pledge asks and how much of it is there, by id. */
export async function readStandings(
  executor: Executor,
  organizationId: string,
  rows: readonly PledgeRow[],
): Promise<Map<string, Standing>> {
  const standings = new Map<string, Standing>();
  for (const pledge of rows) {
    const rests = await readRests(executor, organizationId, pledge);
    const asked = askedOf(pledge, rests);
    standings.set(pledge.id, { asked, rests, ...(await readShares(executor, pledge, asked.endsOn)) });
  }
  return standings;
}

async function readRests(executor: Executor, organizationId: string, pledge: PledgeRow): Promise<Rests> {
  const until = addDays(pledge.endsOn, 366);
  const [member] = pledge.memberId
    ? await executor
        .select({ country: members.country })
        .from(members)
        .where(and(eq(members.organizationId, organizationId), eq(members.id, pledge.memberId)))
    : [];
  const days = await executor
    .select({ day: holidays.day })
    .from(holidays)
    .where(
      and(
        eq(holidays.organizationId, organizationId),
        between(holidays.day, pledge.startsOn, until),
        inArray(holidays.country, ["", member?.country ?? ""]),
      ),
    );
  const away = pledge.memberId
    ? await executor
        .select({ startsOn: absences.startsOn, endsOn: absences.endsOn })
        .from(absences)
        .where(and(eq(absences.organizationId, organizationId), eq(absences.memberId, pledge.memberId)))
    : [];
  return restsOn(
    days.map(({ day }) => day),
    away,
  );
}

/** Confirmed shares on its days, by whoever's promise it was at the time. */
async function readShares(executor: Executor, pledge: PledgeRow, endsOn: Day) {
  const day = sql`(${shares.confirmedAt} at time zone ${organizations.timeZone})::date`;
  const isAbout = sql`exists (select from ${storyTopics} where ${storyTopics.organizationId} = ${shares.organizationId}
    and ${storyTopics.storyId} = ${shares.storyId} and ${storyTopics.topicId} = ${pledge.topicId})`;
  const [found] = await executor
    .select({
      done: count(),
      networks: sql<Standing["networks"] | null>`array_agg(distinct ${shares.network}::text)`,
    })
    .from(shares)
    .innerJoin(
      stories,
      and(eq(stories.organizationId, shares.organizationId), eq(stories.id, shares.storyId)),
    )
    .innerJoin(organizations, eq(organizations.id, shares.organizationId))
    .where(
      and(
        eq(shares.organizationId, pledge.organizationId),
        inArray(shares.state, [...outStates]),
        sql`${day} between ${pledge.startsOn} and ${endsOn}`,
        byPromiser(pledge),
        pledge.campaignId ? eq(stories.campaignId, pledge.campaignId) : undefined,
        pledge.topicId ? isAbout : undefined,
      ),
    );
  return { done: found?.done ?? 0, networks: found?.networks ?? [] };
}

function byPromiser({ organizationId, id, memberId, teamId }: PledgeRow) {
  if (teamId)
    return sql`exists (select from members m where m.organization_id = ${shares.organizationId}
      and m.id = ${shares.memberId} and m.team_id = ${teamId})`;
  const handed = sql`select from pledge_handovers h where h.organization_id = ${organizationId}
    and h.pledge_id = ${id} and h.accepted_at is not null and ${shares.confirmedAt} < h.accepted_at`;
  return sql`(exists (${handed} and h.from_id = ${shares.memberId})
    or (${shares.memberId} = ${memberId} and not exists (${handed} and h.to_id = ${shares.memberId})))`;
}
