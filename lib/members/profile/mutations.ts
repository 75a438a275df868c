import { and, eq, ne, or, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { DomainError } from "#lib/errors.ts";
import type { Profile } from "./schemas.ts";

/** A member's own profile: nobody else writes it, so the actor is all it needs. */
export async function updateProfile(actor: MemberActor, profile: Profile): Promise<Profile> {
  await assertFreeAlias(actor, profile.alias);
  const own = and(eq(members.organizationId, actor.organizationId), eq(members.id, actor.memberId));

  await db.transaction(async (tx) => {
    await tx.update(members).set(profile).where(own);
    await audit(tx, actor, "member.update_profile", actor.memberId, { boardName: profile.boardName });
  });
  return profile;
}

/** An alias must not pass for a colleague: neither their name nor their alias. */
async function assertFreeAlias({ organizationId, memberId }: MemberActor, alias: string): Promise<void> {
  if (!alias) return;
  const same = alias.toLowerCase();
  const [other] = await db
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        eq(members.organizationId, organizationId),
        ne(members.id, memberId),
        or(eq(sql`lower(${members.alias})`, same), eq(sql`lower(${members.name})`, same)),
      ),
    )
    .limit(1);
  if (other) throw new DomainError("conflict", "Somebody here goes by that name. Choose another alias.");
}
