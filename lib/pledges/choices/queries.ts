import { and, asc, eq, gte, inArray, isNull, or } from "drizzle-orm";
import { db } from "#db/client.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { members } from "#db/schema/members.ts";
import { teams } from "#db/schema/teams.ts";
import { listAudienceIdsOf } from "#lib/audiences/queries.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { getToday } from "#lib/campaigns/queries.ts";
import { addDays, type Day } from "#lib/day.ts";
import { listTopics } from "#lib/topics/queries.ts";

export type PledgeChoices = {
  today: Day;
  inFourWeeks: Day;
  teamName: string | null;
  campaigns: { id: string; name: string }[];
  topics: { id: string; name: string }[];
};

/** What a promise can be about, and whose it can be. */
export async function getPledgeChoices(actor: MemberActor): Promise<PledgeChoices> {
  const { today } = await getToday(actor);
  const [member] = await db
    .select({ teamName: teams.name })
    .from(members)
    .innerJoin(teams, and(eq(teams.organizationId, members.organizationId), eq(teams.id, members.teamId)))
    .where(and(eq(members.organizationId, actor.organizationId), eq(members.id, actor.memberId)));
  return {
    today,
    inFourWeeks: addDays(today, 27),
    teamName: member?.teamName ?? null,
    campaigns: await db
      .select({ id: campaigns.id, name: campaigns.name })
      .from(campaigns)
      .where(
        and(
          eq(campaigns.organizationId, actor.organizationId),
          gte(campaigns.endsOn, today),
          isNull(campaigns.closedAt),
          or(isNull(campaigns.audienceId), inArray(campaigns.audienceId, await listAudienceIdsOf(actor))),
        ),
      )
      .orderBy(asc(campaigns.name))
      .limit(100),
    topics: await listTopics(actor),
  };
}
