import { and, asc, eq, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { guidelines, guidelineTopics } from "#db/schema/guidelines.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { topics } from "#db/schema/topics.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { env } from "#lib/env.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { listTopics } from "#lib/topics/queries.ts";
import { canManageGuidelines } from "./policy.ts";
import { type GuidelineDetails, type GuidelineRoom, guidelineRule } from "./schemas.ts";

/** Every guideline of the organization, on or off, by kind and name, with what their form needs. There are never more than `mostGuidelines`. */
export async function getGuidelineRoom(actor: Actor): Promise<GuidelineRoom> {
  assertCan(canManageGuidelines(actor), "Guidelines are written at the desk, by curators and admins.");
  const [organization] = await db
    .select({ timeZone: organizations.timeZone })
    .from(organizations)
    .where(eq(organizations.id, actor.organizationId));
  return {
    guidelines: await readDetails(db, actor),
    topics: await listTopics(actor),
    shortLinks: `${env.PUBLIC_URL}/s/`,
    timeZone: organization?.timeZone ?? "UTC",
  };
}

/** One guideline as its form needs it. */
export async function getGuideline(
  actor: Actor,
  id: string,
  executor: Executor = db,
): Promise<GuidelineDetails> {
  const [found] = await readDetails(executor, actor, id);
  if (!found) throw new DomainError("not_found", "There is no such guideline.");
  assertCan(canManageGuidelines(actor), "Guidelines are written at the desk, by curators and admins.");
  return found;
}

async function readDetails(executor: Executor, { organizationId }: Actor, id?: string) {
  const rows = await executor
    .select({ guideline: guidelines, enabledByName: members.name })
    .from(guidelines)
    .leftJoin(
      members,
      and(eq(members.organizationId, guidelines.organizationId), eq(members.id, guidelines.enabledById)),
    )
    .where(and(eq(guidelines.organizationId, organizationId), id ? eq(guidelines.id, id) : undefined))
    .orderBy(asc(guidelines.kind), asc(sql`lower(${guidelines.name})`));
  const chosen = await executor
    .select({ guidelineId: guidelineTopics.guidelineId, id: topics.id, name: topics.name })
    .from(guidelineTopics)
    .innerJoin(
      topics,
      and(eq(topics.organizationId, guidelineTopics.organizationId), eq(topics.id, guidelineTopics.topicId)),
    )
    .where(
      and(
        eq(guidelineTopics.organizationId, organizationId),
        id ? eq(guidelineTopics.guidelineId, id) : undefined,
      ),
    )
    .orderBy(asc(topics.name));
  const topicsOf = Map.groupBy(chosen, ({ guidelineId }) => guidelineId);
  return rows.map(({ guideline, enabledByName }): GuidelineDetails => {
    const { name, version, explanation, networks, countries, startsOn, endsOn } = guideline;
    const ofTopics = topicsOf.get(guideline.id) ?? [];
    return {
      ...{ id: guideline.id, name, version, explanation, networks, countries, startsOn, endsOn },
      rule: guidelineRule.parse(guideline.rule),
      topicIds: ofTopics.map((topic) => topic.id),
      topicNames: ofTopics.map((topic) => topic.name),
      isSetting: false,
      passingText: guideline.passingText,
      failingText: guideline.failingText,
      enabledAt: guideline.enabledAt?.toISOString() ?? null,
      enabledByName: guideline.enabledAt ? enabledByName : null,
    };
  });
}
