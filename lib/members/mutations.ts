import { and, eq, inArray, isNotNull, isNull, ne } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { members, teamManagers } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { teams } from "#db/schema/teams.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { canManageMembers, canSuspend } from "./policy.ts";
import type { MemberInput, UpdateMemberInput } from "./schemas.ts";

/** Sets roles, team, managed teams and workplace. They act on the member's next request. */
export async function updateMember(actor: Actor, input: UpdateMemberInput): Promise<void> {
  const { memberId, roles, teamId, location, country, language, jobFunction, region, isExecutive } = input;
  const before = await getMember(actor, memberId);
  assertCan(canManageMembers(actor));
  const managedTeamIds = roles.includes("manager") ? [...new Set(input.managedTeamIds)] : [];
  await assertOwnTeams(actor, teamId ? [teamId, ...managedTeamIds] : managedTeamIds);

  await db.transaction(async (tx) => {
    if (!roles.includes("admin")) await assertOtherAdmin(tx, actor, memberId);
    await tx
      .update(members)
      .set({ roles, teamId, location, country, language, jobFunction, region, isExecutive })
      .where(isMember(actor, memberId));
    await replaceManagedTeams(tx, actor, memberId, managedTeamIds);
    await audit(tx, actor, "member.update", memberId, {
      from: before.roles,
      to: roles,
      teamId,
      managedTeamIds,
      ...{ location, country, language, jobFunction, region, isExecutive },
    });
  });
}

/** Keeps a member out from their next request on. Nothing of theirs is removed. */
export async function suspendMember(actor: Actor, { memberId }: MemberInput): Promise<void> {
  const member = await getMember(actor, memberId);
  assertCan(canManageMembers(actor));
  assertCan(canSuspend(actor, member), "You cannot suspend yourself. Ask another admin.");

  await db.transaction(async (tx) => {
    await assertOtherAdmin(tx, actor, memberId);
    const suspended = await tx
      .update(members)
      .set({ suspendedAt: clock.now(), signedOutAt: clock.now() })
      .where(and(isMember(actor, memberId), isNull(members.suspendedAt)))
      .returning({ id: members.id });
    if (suspended.length > 0) await audit(tx, actor, "member.suspend", memberId);
  });
}

export async function restoreMember(actor: Actor, { memberId }: MemberInput): Promise<void> {
  await getMember(actor, memberId);
  assertCan(canManageMembers(actor));

  await db.transaction(async (tx) => {
    const restored = await tx
      .update(members)
      .set({ suspendedAt: null })
      .where(and(isMember(actor, memberId), isNotNull(members.suspendedAt)))
      .returning({ id: members.id });
    if (restored.length > 0) await audit(tx, actor, "member.restore", memberId);
  });
}

/** Ends every session of the member, on every device. They may sign in again. */
export async function signOutEverywhere(actor: Actor, { memberId }: MemberInput): Promise<void> {
  await getMember(actor, memberId);
  assertCan(canManageMembers(actor));

  await db.transaction(async (tx) => {
    await tx.update(members).set({ signedOutAt: clock.now() }).where(isMember(actor, memberId));
    await audit(tx, actor, "member.sign_out_everywhere", memberId);
  });
}

async function getMember(actor: Actor, memberId: string) {
  const [member] = await db.select().from(members).where(isMember(actor, memberId));
  if (!member) throw new DomainError("not_found");
  return member;
}

const isMember = ({ organizationId }: Actor, memberId: string) =>
  and(eq(members.organizationId, organizationId), eq(members.id, memberId));

export async function assertOwnTeams({ organizationId }: Actor, teamIds: string[]): Promise<void> {
  const asked = [...new Set(teamIds)];
  if (asked.length === 0) return;
  const own = await db
    .select({ id: teams.id })
    .from(teams)
    .where(and(eq(teams.organizationId, organizationId), inArray(teams.id, asked)));
  if (own.length < asked.length) throw new DomainError("not_found", "We could not find that team.");
}

/** Holds the organization's row, so that of two admins who demote each other at one moment the second is refused. */
async function assertOtherAdmin(tx: Transaction, { organizationId }: Actor, memberId: string): Promise<void> {
  await tx.select().from(organizations).where(eq(organizations.id, organizationId)).for("update");
  const admins = await tx
    .select({ id: members.id, roles: members.roles })
    .from(members)
    .where(
      and(
        eq(members.organizationId, organizationId),
        ne(members.id, memberId),
        isNotNull(members.joinedAt),
        isNull(members.suspendedAt),
      ),
    );
  if (!admins.some(({ roles }) => roles.includes("admin")))
    throw new DomainError("conflict", "Somebody must stay admin. Make another person admin first.");
}

async function replaceManagedTeams(
  tx: Transaction,
  { organizationId }: Actor,
  memberId: string,
  teamIds: string[],
) {
  await tx
    .delete(teamManagers)
    .where(and(eq(teamManagers.organizationId, organizationId), eq(teamManagers.memberId, memberId)));
  if (teamIds.length === 0) return;
  await tx.insert(teamManagers).values(teamIds.map((teamId) => ({ organizationId, teamId, memberId })));
}
