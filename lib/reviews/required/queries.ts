import { and, arrayContains, asc, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { reviews } from "#db/schema/reviews.ts";
import { storyTopics } from "#db/schema/stories.ts";
import { topicApprovers, topics } from "#db/schema/topics.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { changesContent } from "#lib/stories/edits.ts";
import { getContentAt, listWritten } from "#lib/stories/versions/queries.ts";
import type { VersionContent } from "#lib/stories/versions/schemas.ts";
import { type Hands, isOwn } from "../policy.ts";
import type { Requirement, Yes } from "./judge.ts";

export type Approver = { topicId: string; topicName: string; id: string; name: string; isActive: boolean };

/** Everybody whose yes one of these topics can have. */
export async function listApprovers(
  executor: Executor,
  { organizationId }: Actor,
  topicIds: readonly string[],
): Promise<Approver[]> {
  if (topicIds.length === 0) return [];
  const rows = await executor
    .select({
      topicId: topics.id,
      topicName: topics.name,
      id: members.id,
      name: members.name,
      joinedAt: members.joinedAt,
      suspendedAt: members.suspendedAt,
    })
    .from(topicApprovers)
    .innerJoin(
      topics,
      and(eq(topics.organizationId, topicApprovers.organizationId), eq(topics.id, topicApprovers.topicId)),
    )
    .innerJoin(
      members,
      and(eq(members.organizationId, topicApprovers.organizationId), eq(members.id, topicApprovers.memberId)),
    )
    .where(
      and(eq(topicApprovers.organizationId, organizationId), inArray(topicApprovers.topicId, [...topicIds])),
    )
    .orderBy(asc(topics.name), asc(members.name), asc(members.id));
  return rows.map(({ joinedAt, suspendedAt, ...row }) => ({
    ...row,
    isActive: joinedAt !== null && suspendedAt === null,
  }));
}

/** The topics that a story carries. */
export async function listTopicIds(
  executor: Executor,
  { organizationId }: Actor,
  storyId: string,
): Promise<string[]> {
  const rows = await executor
    .select({ topicId: storyTopics.topicId })
    .from(storyTopics)
    .where(and(eq(storyTopics.organizationId, organizationId), eq(storyTopics.storyId, storyId)));
  return rows.map(({ topicId }) => topicId);
}

/**
 * What a story's topics require. Where none of a topic's approvers can say yes, because they left or because the story went
 * through their own hands, admins can.
 */
export async function listRequirements(
  executor: Executor,
  actor: Actor,
  topicIds: readonly string[],
  hands: Hands,
  allowsSelfApproval: boolean,
): Promise<Requirement[]> {
  const approvers = await listApprovers(executor, actor, topicIds);
  const isAble = (person: { id: string }) => allowsSelfApproval || !isOwn(person.id, hands);
  const grouped = [...Map.groupBy(approvers, ({ topicId }) => topicId)];
  const lacksSomebody = grouped.some(([, people]) => !people.some((each) => each.isActive && isAble(each)));
  const admins = lacksSomebody ? await listAdmins(executor, actor) : [];
  return grouped.map(([topicId, people]) => {
    const able = people.filter((each) => each.isActive && isAble(each));
    const deputies = able.length === 0 ? admins.filter(isAble) : [];
    return {
      topicId,
      topicName: people[0]?.topicName ?? "",
      able: [...able, ...deputies].map(({ id, name }) => ({ id, name })),
      countedIds: [...people, ...deputies].map(({ id }) => id),
    };
  });
}

/** What the members said who said yes to the story as it stands: after the last no, and to the same content. */
export async function listYeses(executor: Executor, actor: Actor, storyId: string): Promise<Yes[]> {
  const rows = await executor
    .select({
      memberId: reviews.memberId,
      decision: reviews.decision,
      version: reviews.storyVersion,
      networks: reviews.networks,
      roles: members.roles,
    })
    .from(reviews)
    .innerJoin(
      members,
      and(eq(members.organizationId, reviews.organizationId), eq(members.id, reviews.memberId)),
    )
    .where(and(eq(reviews.organizationId, actor.organizationId), eq(reviews.storyId, storyId)))
    .orderBy(asc(reviews.decidedAt), asc(reviews.id));
  const lastNo = rows.findLastIndex(({ decision }) => refusals.includes(decision));
  const said = rows
    .slice(lastNo + 1)
    .filter(({ decision }) => decision === "approved" || decision === "signed_off");
  const stands = await whichStand(
    executor,
    actor,
    storyId,
    said.map(({ version }) => version),
  );
  const newest = new Map<string, Yes>();
  for (const { memberId, roles, networks, version } of said) {
    newest.delete(memberId);
    const mayDecide = roles.includes("curator") || roles.includes("admin");
    if (stands.has(version)) newest.set(memberId, { memberId, networks, mayDecide });
  }
  return [...newest.values()];
}

/** Whether an edit leaves an approved story without a yes that one of its topics requires. */
export async function losesRequiredYes(
  executor: Executor,
  actor: Actor,
  storyId: string,
  before: Compared,
  after: Compared,
): Promise<boolean> {
  const isNewContent = changesContent(before, after);
  const touched = isNewContent
    ? after.topicIds
    : after.topicIds.filter((topicId) => !before.topicIds.includes(topicId));
  const approvers = await listApprovers(executor, actor, touched);
  if (isNewContent || approvers.length === 0) return approvers.length > 0;
  const said = new Set((await listYeses(executor, actor, storyId)).map(({ memberId }) => memberId));
  return [...Map.groupBy(approvers, ({ topicId }) => topicId).values()].some(
    (people) => !people.some(({ id }) => said.has(id)),
  );
}

type Compared = Parameters<typeof changesContent>[0] & { topicIds: readonly string[] };

const refusals: readonly string[] = ["changes_requested", "rejected"];

/** Of these versions the ones that said what the newest says. */
async function whichStand(
  executor: Executor,
  actor: Actor,
  storyId: string,
  versions: number[],
): Promise<Set<number>> {
  if (versions.length === 0) return new Set();
  const written = await listWritten(executor, actor, storyId, Math.min(...versions));
  const now = written.at(-1);
  if (!now) return new Set(versions);
  const first = await getContentAt(executor, actor, storyId, Math.min(...versions));
  const contentAt = (version: number): VersionContent =>
    written.findLast((each) => each.version <= version)?.content ?? first;
  return new Set(versions.filter((version) => !changesContent(contentAt(version), now.content)));
}

async function listAdmins(
  executor: Executor,
  { organizationId }: Actor,
): Promise<{ id: string; name: string }[]> {
  return executor
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(
      and(
        eq(members.organizationId, organizationId),
        arrayContains(members.roles, ["admin"]),
        isNotNull(members.joinedAt),
        isNull(members.suspendedAt),
      ),
    )
    .orderBy(asc(members.name), asc(members.id));
}
