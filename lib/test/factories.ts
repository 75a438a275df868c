import { eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { boardTurns } from "#db/schema/boards.ts";
import { captions } from "#db/schema/captions.ts";
import { clickBatches, clicks } from "#db/schema/clicks.ts";
import { connections } from "#db/schema/connections.ts";
import { guidelines } from "#db/schema/guidelines.ts";
import { linkCodes, links } from "#db/schema/links.ts";
import { members, teamManagers } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { scoreDays } from "#db/schema/scores.ts";
import { shares } from "#db/schema/shares.ts";
import { stories, storyTopics } from "#db/schema/stories.ts";
import { teams } from "#db/schema/teams.ts";
import { topicApprovers, topics } from "#db/schema/topics.ts";
import { type MemberActor, memberActor, type Role } from "#lib/auth/actor.ts";
import { hourOf } from "#lib/clicks/counted-hits.ts";
import { withClickPartitions } from "#lib/clicks/partitions/mutations.ts";
import { clock } from "#lib/clock.ts";
import type { Day } from "#lib/day.ts";
import { newCode } from "#lib/links/code.ts";

type Row<Table extends { $inferInsert: unknown }> = Partial<Table["$inferInsert"]>;

/** A fresh organization: nothing in it is shared with any other test. */
export async function makeOrganization(values: Row<typeof organizations> = {}) {
  const slug = `org-${newId()}`;
  return one(
    await db
      .insert(organizations)
      .values({ slug, name: "Acme", ...values })
      .returning(),
  );
}

export async function makeMember(organizationId: string, values: Row<typeof members> = {}) {
  const email = `${newId()}@acme.test`;
  const name = "Ada Lovelace";
  const joinedAt = clock.now();
  return one(
    await db
      .insert(members)
      .values({ email, name, joinedAt, ...values, organizationId })
      .returning(),
  );
}

/** A member with these roles, as the actor of a request. */
export async function makeActor(
  organizationId: string,
  roles: Role[] = ["employee"],
  values: Row<typeof members> = {},
): Promise<MemberActor> {
  return memberActor(await makeMember(organizationId, { ...values, roles }));
}

/** An actor with these roles in an organization of its own: the foreigner of the tenancy tests. */
export async function makeForeignActor(roles: Role[] = ["employee", "curator", "manager", "admin"]) {
  return makeActor((await makeOrganization({ name: "Globex" })).id, roles);
}

export async function makeTeam(organizationId: string, values: Row<typeof teams> = {}) {
  return one(
    await db
      .insert(teams)
      .values({ name: `Team ${newId()}`, ...values, organizationId })
      .returning(),
  );
}

export async function makeManager(
  organizationId: string,
  teamId: string,
  values: Row<typeof members> = {},
): Promise<MemberActor> {
  const actor = await makeActor(organizationId, ["employee", "manager"], values);
  await db.insert(teamManagers).values({ organizationId, teamId, memberId: actor.memberId });
  return actor;
}

export async function makeTopic(organizationId: string, values: Row<typeof topics> = {}) {
  return one(
    await db
      .insert(topics)
      .values({ name: `Topic ${newId()}`, ...values, organizationId })
      .returning(),
  );
}

/** A topic that requires one of these members' yes, on the story. */
export async function requireYes(story: { organizationId: string; id: string }, ...approvers: MemberActor[]) {
  const { organizationId } = story;
  const topic = await makeTopic(organizationId);
  const key = { organizationId, topicId: topic.id };
  await db.insert(topicApprovers).values(approvers.map(({ memberId }) => ({ ...key, memberId })));
  await db.insert(storyTopics).values({ ...key, storyId: story.id });
  return topic;
}

/** A draft link story, unless the values say otherwise. */
export async function makeStory(author: MemberActor, values: Row<typeof stories> = {}) {
  const link = values.kind && values.kind !== "link" ? {} : { url: "https://acme.test/news" };
  return one(
    await db
      .insert(stories)
      .values({
        kind: "link",
        title: "A factory that runs on rain",
        ...link,
        ...values,
        organizationId: author.organizationId,
        authorId: author.memberId,
      })
      .returning(),
  );
}

/** An approved story that went live a minute ago. */
export async function makeLiveStory(author: MemberActor, values: Row<typeof stories> = {}) {
  const minuteAgo = new Date(clock.now().getTime() - 60_000);
  return makeStory(author, { state: "approved", approvedAt: minuteAgo, publishAt: minuteAgo, ...values });
}

export async function makeCaption(
  story: { organizationId: string; id: string },
  text: string,
  values: Row<typeof captions> = {},
) {
  const key = { organizationId: story.organizationId, storyId: story.id };
  return one(
    await db
      .insert(captions)
      .values({ text, ...values, ...key })
      .returning(),
  );
}

/** A share that was confirmed just now, unless the values say otherwise, with its link. */
export async function makeShare(
  member: MemberActor,
  story: { id: string },
  values: Row<typeof shares> = {},
): Promise<typeof shares.$inferSelect & { linkId: string; code: string }> {
  const { organizationId, memberId } = member;
  const confirmed = { state: "confirmed", confirmedAt: clock.now(), intendedAt: clock.now() } as const;
  const share = one(
    await db
      .insert(shares)
      .values({
        network: "linkedin",
        text: "Have a look at this.",
        similarity: 1,
        requestId: newId(),
        ...confirmed,
        ...values,
        organizationId,
        memberId,
        storyId: story.id,
      })
      .returning(),
  );
  const link = { organizationId, id: newId(), code: newCode(), shareId: share.id };
  await db.insert(links).values({ ...link, targetUrl: "https://acme.test/news" });
  await db.insert(linkCodes).values({ code: link.code, organizationId, linkId: link.id });
  return { ...share, linkId: link.id, code: link.code };
}

/** A guideline that is on; it blocks “guaranteed” everywhere, unless the values say otherwise. */
export async function makeGuideline(organizationId: string, values: Row<typeof guidelines> = {}) {
  const rule = { kind: "blocked_phrases", phrases: ["guaranteed"] };
  return one(
    await db
      .insert(guidelines)
      .values({
        ...{ name: `Guideline ${newId()}`, kind: "blocked_phrases", rule, enabledAt: clock.now() },
        ...values,
        organizationId,
      })
      .returning(),
  );
}

/** The member's account on a network, with nothing in it to reach it by; on LinkedIn, unless the values say otherwise. */
export async function makeConnection(member: MemberActor, values: Row<typeof connections> = {}) {
  const now = clock.now();
  const account = { subject: newId(), handle: "ada", displayName: "Ada Lovelace" };
  return one(
    await db
      .insert(connections)
      .values({
        ...{ network: "linkedin", ...account, statusChangedAt: now, connectedAt: now, ...values },
        organizationId: member.organizationId,
        memberId: member.memberId,
      })
      .returning(),
  );
}

/** A counted click by a visitor of its own, unless the values say otherwise; no roll-up knows of it yet. */
export async function makeClick(
  link: { organizationId: string; linkId: string },
  values: Row<typeof clicks> = {},
) {
  const clickedAt = values.clickedAt ?? clock.now();
  const hour = hourOf(clickedAt);
  const { organizationId, linkId } = link;
  const batchId = newId();
  const hit = { clickedAt, hour, kind: "human", counted: true, visitor: newId() } as const;
  return withClickPartitions([clickedAt], () =>
    db.transaction(async (tx) => {
      await tx.insert(clickBatches).values({ organizationId, id: batchId, hour });
      return one(
        await tx
          .insert(clicks)
          .values({ ...hit, batchId, ...values, organizationId, linkId })
          .returning(),
      );
    }),
  );
}

function one<Value>(rows: Value[]): Value {
  const [row] = rows;
  if (!row) throw new Error("the insert returned no row");
  return row;
}

/** Points by day, as if they had been scored; boards count them anew. */
export async function givePoints(
  { organizationId, memberId }: MemberActor,
  pointsByDay: Record<Day, number>,
): Promise<void> {
  const given = Object.entries(pointsByDay).map(([day, points]) => ({ memberId, day, points }));
  await givePointsToAll(organizationId, given);
}

export async function givePointsToAll(
  organizationId: string,
  given: { memberId: string; day: Day; points: number }[],
): Promise<void> {
  await db
    .insert(scoreDays)
    .values(given.map((row) => ({ organizationId, ...row })))
    .onConflictDoUpdate({
      target: [scoreDays.organizationId, scoreDays.memberId, scoreDays.day],
      set: { points: sql`excluded.points` },
    });
  await db.delete(boardTurns).where(eq(boardTurns.organizationId, organizationId));
}
