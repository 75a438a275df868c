import { and, eq, inArray, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { scoreEntries } from "#db/schema/scores.ts";
import { stories } from "#db/schema/stories.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import type { Contributor } from "#lib/scores/fact.ts";
import { roundPoints } from "#lib/scores/rule.ts";
import { listDecided, listReach } from "../queries.ts";
import { stepsOf } from "../steps-of.ts";
import type { Lineage } from "./schemas.ts";

/** For whoever suggested the story; `not_found` for everybody else, as the credit is the contributors' own. */
export async function getLineage(actor: MemberActor, storyId: string): Promise<Lineage> {
  const [story] = await db
    .select({ id: stories.id, title: stories.title, state: stories.state, publishAt: stories.publishAt })
    .from(stories)
    .where(
      and(
        eq(stories.organizationId, actor.organizationId),
        eq(stories.id, storyId),
        eq(stories.suggestedById, actor.memberId),
      ),
    );
  if (!story) throw new DomainError("not_found", "There is no such suggestion of yours.");
  const [decided, reached, parts, facts] = await Promise.all([
    listDecided(actor, [storyId]),
    listReach(actor, [storyId]),
    listParts(actor, storyId),
    countFacts(actor, storyId),
  ]);
  const publishAt = story.state === "approved" ? story.publishAt : null;
  return {
    id: story.id,
    title: story.title,
    steps: stepsOf(decided.get(storyId) ?? [], publishAt, clock.now()),
    reached: reached.get(storyId) ?? null,
    parts,
    credit: { points: roundPoints(parts.reduce((sum, { points }) => sum + points, 0)), ...facts },
  };
}

/** Credit, and what of it was taken back with a share that was; never what somebody earned by sharing it themselves. */
const isCredit = (storyId: string): SQL | undefined =>
  and(
    eq(scoreEntries.storyId, storyId),
    inArray(scoreEntries.rule, ["originator_credit", "withdrawn_share"]),
    sql`(${scoreEntries.inputs}->>'isOwn')::boolean is not true`,
  );

async function listParts(actor: MemberActor, storyId: string): Promise<Lineage["parts"]> {
  const { organizationId, memberId } = actor;
  const contributors = await listContributors(actor, storyId);
  const byOf = new Map<string, Contributor["by"][]>([[memberId, ["idea"]]]);
  for (const one of contributors) byOf.set(one.memberId, one.by);
  const rows = await db
    .select({
      id: members.id,
      name: members.name,
      points: sql<number>`coalesce(sum(${scoreEntries.points}), 0)`.mapWith(Number),
    })
    .from(members)
    .leftJoin(
      scoreEntries,
      and(
        eq(scoreEntries.organizationId, members.organizationId),
        eq(scoreEntries.memberId, members.id),
        isCredit(storyId),
      ),
    )
    .where(and(eq(members.organizationId, organizationId), inArray(members.id, [...byOf.keys()])))
    .groupBy(members.id, members.name);
  return rows
    .map(({ id, name, points }) => ({ name, isOwn: id === memberId, by: byOf.get(id) ?? [], points }))
    .sort((one, other) => Number(other.isOwn) - Number(one.isOwn) || other.points - one.points);
}

/** Who was credited beside the suggester, as the journal has it: their parts in the story as it was each time. */
async function listContributors(
  { organizationId, memberId }: MemberActor,
  storyId: string,
): Promise<{ memberId: string; by: Contributor["by"][] }[]> {
  const found = await db.execute(sql`
    select contributor->>'memberId' as "memberId", array_agg(distinct contributor->>'by') as by
    from score_facts facts cross join lateral jsonb_array_elements(facts.data->'contributors') as contributor
    where facts.organization_id = ${organizationId} and facts.position in (
      select ${scoreEntries.factPosition} from ${scoreEntries}
      where ${scoreEntries.organizationId} = ${organizationId} and ${scoreEntries.memberId} = ${memberId}
        and ${scoreEntries.storyId} = ${storyId} and ${scoreEntries.rule} = 'originator_credit')
    group by 1`);
  return (found as { rows: { memberId: string; by: Contributor["by"][] }[] }).rows;
}

/** How many shares and clicks of colleagues the credit came from. */
async function countFacts({ organizationId, memberId }: MemberActor, storyId: string) {
  const kind = (name: string) =>
    sql<number>`count(distinct ${scoreEntries.factId}) filter (where ${scoreEntries.factKind} = ${name})`.mapWith(
      Number,
    );
  const [facts] = await db
    .select({ shares: kind("share"), clicks: kind("click") })
    .from(scoreEntries)
    .where(
      and(
        eq(scoreEntries.organizationId, organizationId),
        eq(scoreEntries.memberId, memberId),
        eq(scoreEntries.storyId, storyId),
        eq(scoreEntries.rule, "originator_credit"),
      ),
    );
  return facts ?? { shares: 0, clicks: 0 };
}
