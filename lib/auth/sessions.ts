import { and, desc, eq, gt, isNull } from "drizzle-orm";
import { db, type Transaction } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { sessions } from "#db/schema/users.ts";
import { audit } from "#lib/audit/mutations.ts";
import { findSessionActor, memberActor } from "#lib/auth/actor.ts";
import { type Admission, findAdmission } from "#lib/auth/admission.ts";
import { nameFromEmail } from "#lib/auth/email-address.ts";
import type { SwitchOrganizationInput } from "#lib/auth/schemas.ts";
import { sessionDays } from "#lib/auth/session-cookie.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";

type MemberRow = typeof members.$inferSelect;

/** A user whose address or identity was proven a moment ago. */
export type SignedInUser = { userId: string; email: string | null; name: string | null };

/** Takes up open invitations, lets a newcomer in by domain, and opens a session in the organization used last. */
export async function openSession(user: SignedInUser): Promise<string> {
  return db.transaction(async (tx) => {
    const admission = await findAdmission(user, tx);
    const memberships = await join(tx, admission, user);
    const member = await chooseMembership(tx, user.userId, memberships);
    const id = await insertSession(tx, user.userId, member);
    await audit(tx, memberActor(member), "session.open", id);
    return id;
  });
}

export async function closeSession(sessionId: string): Promise<void> {
  const stillOpen = and(eq(sessions.id, sessionId), isNull(sessions.revokedAt));
  await db.update(sessions).set({ revokedAt: clock.now() }).where(stillOpen);
}

/** Moves a session to another organization that its person has joined. */
export async function switchOrganization(
  sessionId: string | null,
  { organizationId }: SwitchOrganizationInput,
): Promise<void> {
  await db.transaction(async (tx) => {
    const session = await getOpenSession(tx, sessionId);
    const [member] = await tx
      .select()
      .from(members)
      .where(
        and(
          eq(members.organizationId, organizationId),
          eq(members.userId, session.userId),
          isNull(members.suspendedAt),
        ),
      );
    if (!member) throw new DomainError("not_found");
    if (member.signedOutAt && member.signedOutAt >= session.createdAt)
      throw new DomainError("forbidden", "You were signed out there. Sign out here and in again to go on.");
    const place = { organizationId, memberId: member.id };
    await tx.update(sessions).set(place).where(eq(sessions.id, session.id));
    await audit(tx, memberActor(member), "session.switch", session.id);
  });
}

async function getOpenSession(tx: Transaction, sessionId: string | null) {
  if (!sessionId) throw new DomainError("not_found");
  const isOpen = and(isNull(sessions.revokedAt), gt(sessions.expiresAt, clock.now()));
  const [session] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isOpen));
  if (!session) throw new DomainError("not_found");
  return session;
}

/** What next-auth's own session address says about whoever is signed in. */
export async function findSessionPerson(sessionId: string): Promise<{ name: string; email: string } | null> {
  const actor = await findSessionActor(sessionId);
  if (!actor) return null;
  const [person] = await db
    .select({ name: members.name, email: members.email })
    .from(members)
    .where(and(eq(members.organizationId, actor.organizationId), eq(members.id, actor.memberId)));
  return person ?? null;
}

async function join(tx: Transaction, admission: Admission, user: SignedInUser): Promise<MemberRow[]> {
  if (admission.kind === "newcomer") return [await insertNewcomer(tx, admission, user)];
  if (admission.kind !== "member") throw new DomainError("forbidden");
  const memberships = [...admission.joined];
  for (const invited of admission.invited) {
    // Two invitations of one company to two addresses of one person: the first taken up is the one.
    if (memberships.some((member) => member.organizationId === invited.organizationId)) continue;
    memberships.push(await acceptInvitation(tx, invited, user));
  }
  return memberships;
}

async function acceptInvitation(tx: Transaction, invited: MemberRow, user: SignedInUser): Promise<MemberRow> {
  const isNameGuessed = invited.name === nameFromEmail(invited.email);
  const name = (isNameGuessed && user.name) || invited.name;
  const [member] = await tx
    .update(members)
    .set({ userId: user.userId, joinedAt: invited.joinedAt ?? clock.now(), name })
    .where(
      and(
        eq(members.organizationId, invited.organizationId),
        eq(members.id, invited.id),
        isNull(members.userId),
      ),
    )
    .returning();
  if (!member) throw new DomainError("conflict");
  await audit(tx, memberActor(member), "member.join", member.id, { by: "invitation" });
  return member;
}

async function insertNewcomer(
  tx: Transaction,
  { organizationId, email }: Extract<Admission, { kind: "newcomer" }>,
  user: SignedInUser,
): Promise<MemberRow> {
  const name = user.name || nameFromEmail(email);
  const values = { organizationId, userId: user.userId, email, name, joinedAt: clock.now() };
  const [member] = await tx.insert(members).values(values).returning();
  if (!member) throw new DomainError("conflict");
  await audit(tx, memberActor(member), "member.join", member.id, { by: "domain" });
  return member;
}

async function chooseMembership(
  tx: Transaction,
  userId: string,
  memberships: MemberRow[],
): Promise<MemberRow> {
  const [last] = await tx
    .select({ organizationId: sessions.organizationId })
    .from(sessions)
    .where(eq(sessions.userId, userId))
    .orderBy(desc(sessions.createdAt), desc(sessions.id))
    .limit(1);
  const member = memberships.find((one) => one.organizationId === last?.organizationId) ?? memberships[0];
  if (!member) throw new DomainError("forbidden");
  return member;
}

async function insertSession(tx: Transaction, userId: string, member: MemberRow): Promise<string> {
  const createdAt = clock.now();
  const expiresAt = new Date(createdAt.getTime() + sessionDays * 86_400_000);
  const owner = { userId, organizationId: member.organizationId, memberId: member.id };
  const [session] = await tx
    .insert(sessions)
    .values({ ...owner, createdAt, expiresAt })
    .returning({ id: sessions.id });
  if (!session) throw new DomainError("unavailable");
  return session.id;
}
