import { and, eq, inArray, isNotNull, isNull } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { pledgeDependents, pledges } from "#db/schema/pledges.ts";
import { topics } from "#db/schema/topics.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { getMeantCampaign } from "#lib/campaigns/live/queries.ts";
import { getToday } from "#lib/campaigns/queries.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { readPledgeWords, tellDependents } from "./dependents/mutations.ts";
import { canChangePledge } from "./policy.ts";
import { getPledgeRow, isPledge } from "./queries.ts";
import type { ChangePledgeInput, MakePledgeInput, ReleasePledgeInput } from "./schemas.ts";

const mostOpen = 10;

/** Writes a promise down and tells those who depend on it. @returns its id; sending it twice makes one */
export async function makePledge(actor: MemberActor, input: MakePledgeInput): Promise<string> {
  const { id, by, dependents, isSharedWithManagers, ...promise } = input;
  const { organizationId, memberId } = actor;
  const { today } = await getToday(actor);
  if (promise.endsOn < today)
    throw new DomainError(
      "invalid",
      "Its last day has passed already. Promise something that is still ahead.",
    );
  if (promise.campaignId) await getMeantCampaign(actor, promise.campaignId);
  await db.transaction(async (tx) => {
    const teamId = by === "team" ? await getOwnTeam(tx, actor) : null;
    if (promise.topicId) await assertTopic(tx, actor, promise.topicId);
    const dependentIds = await findColleagues(tx, actor, dependents);
    if ((await countOpen(tx, actor)) >= mostOpen)
      throw new DomainError(
        "limit_reached",
        `${mostOpen} open promises are enough. Keep or release one first.`,
      );
    const made = await tx
      .insert(pledges)
      .values({
        ...promise,
        ...{ organizationId, id, teamId, madeById: memberId },
        memberId: teamId ? null : memberId,
        sharedWithManagersAt: isSharedWithManagers ? clock.now() : null,
      })
      .onConflictDoNothing()
      .returning();
    if (made.length === 0) return;
    if (dependentIds.length > 0)
      await tx
        .insert(pledgeDependents)
        .values(dependentIds.map((dependentId) => ({ organizationId, pledgeId: id, memberId: dependentId })));
    await audit(tx, actor, "pledge.make", id);
    const pledge = { organizationId, id };
    const data = { pledgeId: id, title: await readPledgeWords(tx, pledge) };
    await tellDependents(tx, actor, pledge, { kind: "pledge.promised", data });
  });
  return id;
}

/** When the promiser is reminded, and whether their managers may see it. */
export async function changePledge(
  actor: MemberActor,
  { pledgeId, remindOn, isSharedWithManagers }: ChangePledgeInput,
): Promise<void> {
  await db.transaction(async (tx) => {
    const pledge = await getPledgeRow(tx, actor, pledgeId);
    assertCan(canChangePledge(actor, pledge), "Only whose promise it is changes it.");
    const sharedWithManagersAt = isSharedWithManagers ? (pledge.sharedWithManagersAt ?? clock.now()) : null;
    await tx.update(pledges).set({ remindOn, sharedWithManagersAt }).where(isPledge(pledge));
    await audit(tx, actor, "pledge.change", pledgeId);
  });
}

/** Gives a promise back, with a reason for those who depend on it. It is neither kept nor missed. */
export async function releasePledge(
  actor: MemberActor,
  { pledgeId, reason }: ReleasePledgeInput,
): Promise<void> {
  await db.transaction(async (tx) => {
    const pledge = await getPledgeRow(tx, actor, pledgeId);
    assertCan(canChangePledge(actor, pledge), "Only whose promise it is gives it back.");
    const released = await tx
      .update(pledges)
      .set({ state: "released", settledAt: clock.now(), releaseReason: reason })
      .where(and(isPledge(pledge), eq(pledges.state, "open")))
      .returning();
    if (released.length === 0)
      throw new DomainError("conflict", "This promise is over already, so there is nothing to give back.");
    await audit(tx, actor, "pledge.release", pledgeId);
    await tellDependents(tx, actor, pledge, { kind: "pledge.released", data: { pledgeId, reason } });
  });
}

/** Colleagues who have joined, by their addresses. @throws DomainError `invalid` that names the first who has not */
export async function findColleagues(
  tx: Executor,
  { organizationId, memberId }: MemberActor,
  emails: string[],
): Promise<string[]> {
  if (emails.length === 0) return [];
  const found = await tx
    .select({ id: members.id, email: members.email })
    .from(members)
    .where(
      and(
        eq(members.organizationId, organizationId),
        inArray(members.email, emails),
        isNotNull(members.joinedAt),
        isNull(members.suspendedAt),
      ),
    );
  const missing = emails.find((email) => !found.some((member) => member.email === email));
  if (missing) throw new DomainError("invalid", `No colleague has the address ${missing}.`);
  return found.map(({ id }) => id).filter((id) => id !== memberId);
}

async function getOwnTeam(tx: Executor, actor: MemberActor): Promise<string> {
  const [member] = await tx
    .select({ teamId: members.teamId })
    .from(members)
    .where(and(eq(members.organizationId, actor.organizationId), eq(members.id, actor.memberId)));
  if (!member?.teamId)
    throw new DomainError("invalid", "You are in no team, so you can promise for yourself only.");
  return member.teamId;
}

async function assertTopic(tx: Executor, { organizationId }: MemberActor, topicId: string): Promise<void> {
  const [topic] = await tx
    .select({ id: topics.id })
    .from(topics)
    .where(and(eq(topics.organizationId, organizationId), eq(topics.id, topicId)));
  if (!topic) throw new DomainError("not_found", "The topic of this promise is not there any more.");
}

async function countOpen(tx: Executor, { organizationId, memberId }: MemberActor): Promise<number> {
  const open = await tx
    .select({ id: pledges.id })
    .from(pledges)
    .where(
      and(
        eq(pledges.organizationId, organizationId),
        eq(pledges.madeById, memberId),
        eq(pledges.state, "open"),
      ),
    );
  return open.length;
}
