import { and, asc, eq, isNotNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { guidelines, guidelineTopics } from "#db/schema/guidelines.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { storyTopics } from "#db/schema/stories.ts";
import { clock } from "#lib/clock.ts";
import { dayIn } from "#lib/day.ts";
import { DomainError } from "#lib/errors.ts";
import type { Guideline } from "../guideline.ts";
import { type Asked, guidelineRule } from "../schemas.ts";
import { appliesBeside } from "../scope.ts";
import { settingGuideline } from "../setting.ts";

type Sharing = {
  organizationId: string;
  memberId: string;
  storyId: string;
  /** When it is to leave; now unless that is later. */
  leavesAt?: Date | null;
};

/** What is asked of a member who shares a story, on whichever network: the setting's disclosure and the guidelines that are on. */
export async function listAsked(executor: Executor, sharing: Sharing): Promise<Asked> {
  const { organizationId, memberId, storyId } = sharing;
  const [member] = await executor
    .select({ country: members.country })
    .from(members)
    .where(and(eq(members.organizationId, organizationId), eq(members.id, memberId)));
  if (!member) throw new DomainError("not_found");
  const carried = await executor
    .select({ id: storyTopics.topicId })
    .from(storyTopics)
    .where(and(eq(storyTopics.organizationId, organizationId), eq(storyTopics.storyId, storyId)));
  const topicIds = carried.map(({ id }) => id);
  const { guidelines: all, day } = await listSwitchedOn(executor, organizationId, sharing.leavesAt);
  const circumstances = { country: member.country, topicIds, day };
  return { guidelines: all.filter((each) => appliesBeside(each, circumstances)), ...circumstances };
}

/** Every guideline that is on, the setting's first, and what day it is in the organization when something leaves. */
export async function listSwitchedOn(
  executor: Executor,
  organizationId: string,
  leavesAt: Date | null = null,
): Promise<Pick<Asked, "guidelines" | "day">> {
  const [organization] = await executor
    .select({
      id: organizations.id,
      timeZone: organizations.timeZone,
      disclosure: organizations.disclosure,
      requiresDisclosure: organizations.requiresDisclosure,
    })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  if (!organization) throw new DomainError("not_found");
  const rows = await executor
    .select()
    .from(guidelines)
    .where(and(eq(guidelines.organizationId, organizationId), isNotNull(guidelines.enabledAt)))
    .orderBy(asc(guidelines.kind), asc(guidelines.name));
  const chosen = await executor
    .select({ guidelineId: guidelineTopics.guidelineId, topicId: guidelineTopics.topicId })
    .from(guidelineTopics)
    .where(eq(guidelineTopics.organizationId, organizationId));
  const topicsOf = Map.groupBy(chosen, ({ guidelineId }) => guidelineId);
  const setting = settingGuideline(organization);
  const now = clock.now();
  const written = rows.map((row): Guideline => {
    const { id, name, version, explanation, networks, countries, startsOn, endsOn } = row;
    return {
      ...{ id, name, version, explanation, networks, countries, startsOn, endsOn, isSetting: false },
      rule: guidelineRule.parse(row.rule),
      topicIds: (topicsOf.get(id) ?? []).map(({ topicId }) => topicId),
    };
  });
  return {
    guidelines: setting ? [setting, ...written] : written,
    day: dayIn(organization.timeZone, leavesAt && leavesAt > now ? leavesAt : now),
  };
}
