import { and, eq, inArray, not, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { db, type Executor } from "#db/client.ts";
import { campaigns } from "#db/schema/campaigns.ts";
import { members } from "#db/schema/members.ts";
import { pledgeDependents, pledgeHandovers, pledges } from "#db/schema/pledges.ts";
import { teams } from "#db/schema/teams.ts";
import { topics } from "#db/schema/topics.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { noteLooks } from "#lib/boards/looks/mutations.ts";
import { getToday } from "#lib/campaigns/queries.ts";
import type { Day } from "#lib/day.ts";
import { DomainError } from "#lib/errors.ts";
import { keptRate, paceOf } from "./asked.ts";
import { canChangePledge } from "./policy.ts";
import type { PledgeDto, PledgesRoom } from "./schemas.ts";
import { sayPledge } from "./sentences.ts";
import { readStandings, type Standing } from "./standing/queries.ts";

const mostListed = 100;

/** Those who are in it see a pledge: nobody else, whatever their role, but managers whom its promiser lets. */
function visibleTo(actor: MemberActor): SQL | undefined {
  const { organizationId, memberId } = actor;
  return and(
    eq(pledges.organizationId, organizationId),
    or(
      isIn(actor),
      sql`(${pledges.sharedWithManagersAt} is not null and exists (
        select from team_managers tm where tm.organization_id = ${organizationId} and tm.member_id = ${memberId}
          and tm.team_id = coalesce(${pledges.teamId}, (select m.team_id from members m
            where m.organization_id = ${organizationId} and m.id = ${pledges.memberId}))))`,
    ),
  );
}

/** Who made it, who depends on it, and who may take it over. */
function isIn({ organizationId, memberId }: MemberActor): SQL | undefined {
  const own = sql`(select m.team_id from members m where m.organization_id = ${organizationId} and m.id = ${memberId})`;
  return or(
    sql`coalesce(${pledges.memberId} = ${memberId}, false)`,
    sql`coalesce(${pledges.teamId} = ${own}, false)`,
    sql`exists (select from ${pledgeDependents} d where d.organization_id = ${organizationId}
      and d.pledge_id = ${pledges.id} and d.member_id = ${memberId})`,
    sql`exists (select from ${pledgeHandovers} h where h.organization_id = ${organizationId}
      and h.pledge_id = ${pledges.id} and h.to_id = ${memberId} and h.accepted_at is null and h.declined_at is null)`,
  );
}

export const isPledge = ({ organizationId, id }: { organizationId: string; id: string }) =>
  and(eq(pledges.organizationId, organizationId), eq(pledges.id, id));

/** The row itself, for whoever may see it; throws `not_found` for everybody else. */
export async function getPledgeRow(executor: Executor, actor: MemberActor, pledgeId: string) {
  const [pledge] = await executor
    .select()
    .from(pledges)
    .where(and(visibleTo(actor), eq(pledges.id, pledgeId)));
  if (!pledge) throw new DomainError("not_found");
  return pledge;
}

export async function getPledge(actor: MemberActor, pledgeId: string): Promise<PledgeDto> {
  const { pledges: found } = await readPledges(actor, eq(pledges.id, pledgeId));
  if (!found[0]) throw new DomainError("not_found");
  await noteManagersLook(actor, pledgeId);
  return found[0];
}

/** Who sees a colleague's pledge only because it is shared with managers is noted for that colleague to read. */
async function noteManagersLook(actor: MemberActor, pledgeId: string): Promise<void> {
  const [pledge] = await db
    .select({ memberId: pledges.memberId })
    .from(pledges)
    .where(and(visibleTo(actor), not(isIn(actor) ?? sql`true`), eq(pledges.id, pledgeId)));
  if (!pledge?.memberId) return;
  const { today } = await getToday(actor);
  await noteLooks(actor, [pledge.memberId], "pledge", today);
}

/** Everything that the member is in: offers first, then what is open, then what is over. */
export async function getPledgesRoom(actor: MemberActor): Promise<PledgesRoom> {
  const { pledges: all } = await readPledges(actor, undefined);
  const open = all.filter(({ state }) => state === "open");
  const own = all.filter(({ isOwn, isTeams }) => isOwn && !isTeams);
  return {
    offered: open.filter(({ offer }) => offer?.isToViewer),
    own: open.filter(({ isOwn, isTeams }) => isOwn && !isTeams),
    team: open.filter(({ isTeams }) => isTeams),
    depended: open.filter(({ isOwn, isTeams, offer }) => !isOwn && !isTeams && !offer?.isToViewer),
    over: all.filter(({ state }) => state !== "open"),
    keptRate: keptRate(own.map(({ state }) => state)),
  };
}

const promisers = alias(members, "promisers");

async function readPledges(actor: MemberActor, condition: SQL | undefined) {
  const { today } = await getToday(actor);
  const rows = await db
    .select({
      pledge: pledges,
      memberName: promisers.name,
      teamName: teams.name,
      campaignName: campaigns.name,
      topicName: topics.name,
    })
    .from(pledges)
    .leftJoin(
      promisers,
      and(eq(promisers.organizationId, pledges.organizationId), eq(promisers.id, pledges.memberId)),
    )
    .leftJoin(teams, and(eq(teams.organizationId, pledges.organizationId), eq(teams.id, pledges.teamId)))
    .leftJoin(
      campaigns,
      and(eq(campaigns.organizationId, pledges.organizationId), eq(campaigns.id, pledges.campaignId)),
    )
    .leftJoin(topics, and(eq(topics.organizationId, pledges.organizationId), eq(topics.id, pledges.topicId)))
    .where(and(visibleTo(actor), condition))
    .orderBy(sql`${pledges.state} <> 'open'`, sql`${pledges.endsOn} desc`, pledges.id)
    .limit(mostListed);
  const ids = rows.map(({ pledge }) => pledge.id);
  const [standings, dependents, offers] = await Promise.all([
    readStandings(
      db,
      actor.organizationId,
      rows.map(({ pledge }) => pledge),
    ),
    readDependents(actor, ids),
    readOffers(actor, ids),
  ]);
  return {
    pledges: rows.map((row) =>
      toDto(actor, row, today, {
        standing: standings.get(row.pledge.id),
        dependentNames: (dependents.get(row.pledge.id) ?? []).map(({ name }) => name),
        offer: offers.get(row.pledge.id) ?? null,
      }),
    ),
  };
}

type Row = {
  pledge: typeof pledges.$inferSelect;
  memberName: string | null;
  teamName: string | null;
  campaignName: string | null;
  topicName: string | null;
};
type Beside = { standing: Standing | undefined } & Pick<PledgeDto, "dependentNames" | "offer">;

function toDto(
  actor: MemberActor,
  row: Row,
  today: Day,
  { standing, dependentNames, offer }: Beside,
): PledgeDto {
  const { pledge, memberName, teamName } = row;
  const asked = standing?.asked ?? { shares: 0, endsOn: pledge.endsOn, weeks: [] };
  return {
    id: pledge.id,
    words: sayPledge({ ...pledge, ...row }),
    note: pledge.note,
    byName: teamName ?? memberName ?? "",
    isTeams: pledge.teamId !== null,
    isOwn: pledge.memberId === actor.memberId,
    mayChange: canChangePledge(actor, pledge),
    state: pledge.state,
    releaseReason: pledge.releaseReason,
    startsOn: pledge.startsOn,
    endsOn: asked.endsOn,
    done: standing?.done ?? 0,
    asked: asked.shares,
    pace: paceOf(pledge, asked, today),
    restingWeeks: asked.weeks.filter(({ isAsked }) => !isAsked).map(({ monday }) => monday),
    restsToday: standing?.rests(today) ?? false,
    dependentNames,
    remindOn: canChangePledge(actor, pledge) ? pledge.remindOn : null,
    isSharedWithManagers: pledge.sharedWithManagersAt !== null,
    offer,
  };
}

async function readDependents(actor: MemberActor, ids: string[]) {
  const rows = ids.length
    ? await db
        .select({ pledgeId: pledgeDependents.pledgeId, name: members.name })
        .from(pledgeDependents)
        .innerJoin(
          members,
          and(
            eq(members.organizationId, pledgeDependents.organizationId),
            eq(members.id, pledgeDependents.memberId),
          ),
        )
        .where(
          and(
            eq(pledgeDependents.organizationId, actor.organizationId),
            inArray(pledgeDependents.pledgeId, ids),
          ),
        )
        .orderBy(members.name)
    : [];
  return Map.groupBy(rows, ({ pledgeId }) => pledgeId);
}

const givers = alias(members, "givers");
const takers = alias(members, "takers");

async function readOffers(actor: MemberActor, ids: string[]): Promise<Map<string, PledgeDto["offer"]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({
      id: pledgeHandovers.id,
      pledgeId: pledgeHandovers.pledgeId,
      toId: pledgeHandovers.toId,
      note: pledgeHandovers.note,
      fromName: givers.name,
      toName: takers.name,
    })
    .from(pledgeHandovers)
    .innerJoin(
      givers,
      and(eq(givers.organizationId, pledgeHandovers.organizationId), eq(givers.id, pledgeHandovers.fromId)),
    )
    .innerJoin(
      takers,
      and(eq(takers.organizationId, pledgeHandovers.organizationId), eq(takers.id, pledgeHandovers.toId)),
    )
    .where(
      and(
        eq(pledgeHandovers.organizationId, actor.organizationId),
        inArray(pledgeHandovers.pledgeId, ids),
        sql`${pledgeHandovers.acceptedAt} is null and ${pledgeHandovers.declinedAt} is null`,
        // Whom it was offered to is between the two of them.
        or(eq(pledgeHandovers.toId, actor.memberId), eq(pledgeHandovers.fromId, actor.memberId)),
      ),
    );
  return new Map(
    rows.map(({ pledgeId, toId, ...offer }) => [pledgeId, { ...offer, isToViewer: toId === actor.memberId }]),
  );
}
