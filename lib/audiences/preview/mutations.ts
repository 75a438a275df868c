import { and, eq } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { audit } from "#lib/audit/mutations.ts";
import { type MemberActor, memberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { notify } from "#lib/notices/mutations.ts";
import { getFeedVisit, listLiveStories } from "#lib/stories/feed/queries.ts";
import { personColumns } from "../person/queries.ts";
import { canManageAudiences } from "../policy.ts";
import { getAudienceChoices, namesIn } from "../queries.ts";
import { isActive } from "../reach/queries.ts";
import { getAskedStory } from "./queries.ts";
import { sayWhy } from "./say-why.ts";
import type { MemberPreview, PreviewMemberInput } from "./schemas.ts";

/**
 * The feed as a member would find it now. It changes nothing about their visits; they are told who looked, once a day,
 * and the audit keeps every look.
 */
export async function previewMember(
  actor: MemberActor,
  { memberId, view, storyId }: PreviewMemberInput,
): Promise<MemberPreview> {
  const { organizationId } = actor;
  const { name, roles, person } = await getMember(actor, memberId);
  assertCan(canManageAudiences(actor), "Audiences are for curators and admins.");

  const member = memberActor({ organizationId, id: memberId, roles });
  const asked = { topic: undefined, q: "", view: view === "everything" ? ("all" as const) : undefined };
  const [{ followsTopics }, page, says] = await Promise.all([
    getFeedVisit(member),
    listLiveStories(member, asked),
    storyId ? explain(actor, storyId, person) : null,
  ]);

  await db.transaction(async (tx) => {
    await audit(tx, actor, "member.preview", memberId, { view, storyId });
    if (memberId === actor.memberId) return;
    const { name: byName } = await getMember(actor, actor.memberId, tx);
    const day = clock.now().toISOString().slice(0, 10);
    await notify(tx, actor, {
      memberId,
      kind: "member.previewed",
      data: { byName },
      onceKey: `member.previewed:${actor.memberId}:${day}`,
    });
  });
  const stories = page.stories.map(({ id, title, publishedDay, topics }) => ({
    ...{ id, title, publishedDay },
    topics: topics.map((topic) => topic.name),
  }));
  return { memberId, name, view, followsTopics, stories, hasMore: page.nextCursor !== null, says };
}

async function explain(actor: MemberActor, storyId: string, person: Person): Promise<string> {
  const [story, choices] = await Promise.all([getAskedStory(actor, storyId), getAudienceChoices(actor)]);
  return sayWhy(story, person, namesIn(choices), clock.now());
}

type Person = Awaited<ReturnType<typeof getMember>>["person"];

async function getMember(actor: MemberActor, memberId: string, executor: Executor = db) {
  const [member] = await executor
    .select({ name: members.name, roles: members.roles, person: personColumns })
    .from(members)
    .where(and(isActive(actor), eq(members.id, memberId)));
  if (!member) throw new DomainError("not_found", "There is no such member who takes part.");
  return member;
}
