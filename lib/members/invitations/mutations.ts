import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { organizations } from "#db/schema/organizations.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { nameFromEmail } from "#lib/auth/email-address.ts";
import { env } from "#lib/env.ts";
import { assertCan, DomainError } from "#lib/errors.ts";
import { log } from "#lib/log.ts";
import { canSendMail, composeMail, sendMail } from "#lib/mail.ts";
import { consume } from "#lib/rate-limits.ts";
import { assertOwnTeams } from "../mutations.ts";
import { canManageMembers } from "../policy.ts";
import type { InviteMemberInput, MemberInput } from "../schemas.ts";

/** Whether the invitation was also mailed: `off` when no mail server is set up, `failed` when it did not take it. */
export type Invitation = { memberId: string; email: string; mail: "sent" | "failed" | "off" };

/** Keeps a place for somebody, who joins by signing in with the address, and tells them by mail. */
export async function inviteMember(actor: Actor, input: InviteMemberInput): Promise<Invitation> {
  assertCan(canManageMembers(actor));
  await assertOwnTeams(actor, input.teamId ? [input.teamId] : []);
  await consume("invitation", actor.organizationId);

  const memberId = await insertInvited(actor, input);
  return { memberId, email: input.email, mail: await mailInvitation(actor, input.email) };
}

/** Sends the mail once more. */
export async function remindInvited(actor: Actor, { memberId }: MemberInput): Promise<Invitation> {
  const isMember = and(eq(members.organizationId, actor.organizationId), eq(members.id, memberId));
  const [member] = await db.select().from(members).where(isMember);
  if (!member) throw new DomainError("not_found");
  assertCan(canManageMembers(actor));
  if (member.joinedAt) throw new DomainError("conflict", `${member.name} has joined already.`);
  await consume("invitation", actor.organizationId);

  await audit(db, actor, "member.remind", memberId);
  return { memberId, email: member.email, mail: await mailInvitation(actor, member.email) };
}

async function insertInvited(actor: Actor, { email, name, ...facts }: InviteMemberInput): Promise<string> {
  return db.transaction(async (tx) => {
    const [member] = await tx
      .insert(members)
      .values({
        organizationId: actor.organizationId,
        email,
        name: name || nameFromEmail(email),
        ...facts,
      })
      .onConflictDoNothing()
      .returning({ id: members.id });
    if (!member) throw new DomainError("conflict", `${email} is on your list already.`);
    await audit(tx, actor, "member.invite", member.id, { email, ...facts });
    return member.id;
  });
}

async function mailInvitation(actor: Actor, email: string): Promise<Invitation["mail"]> {
  if (!canSendMail()) return "off";
  const [organization] = await db
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, actor.organizationId));
  const name = organization?.name ?? "Your company";
  try {
    await sendMail(
      composeMail(email, `${name} invites you to Herald`, {
        paragraphs: [
          "Hello,",
          `${name} shares its stories through its people, with Herald. There is a place for you.`,
        ],
        button: { label: "Take your place", href: `${env.PUBLIC_URL}/sign-in` },
        footer: `Sign in as ${email}. Sharing is voluntary, always.`,
      }),
    );
    return "sent";
  } catch (error) {
    log.warn({ err: error }, "an invitation could not be mailed");
    return "failed";
  }
}
