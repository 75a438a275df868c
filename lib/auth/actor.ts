import { and, eq, gt, isNull, lt, or } from "drizzle-orm";
import { cache } from "react";
import { db } from "#db/client.ts";
import type { role } from "#db/enums.ts";
import { members } from "#db/schema/members.ts";
import { sessions } from "#db/schema/users.ts";
import { wayBack } from "#lib/auth/way-back.ts";
import { clock } from "#lib/clock.ts";

export type Role = (typeof role.enumValues)[number];

declare const made: unique symbol;
type Made = { readonly [made]: true };

export type MemberActor = Made & {
  readonly kind: "member";
  readonly organizationId: string;
  readonly memberId: string;
  readonly roles: readonly Role[];
};
export type SystemActor = Made & {
  readonly kind: "system";
  readonly organizationId: string;
  readonly job: string;
};
/** On whose behalf something is read or written, and in which organization. */
export type Actor = MemberActor | SystemActor;

export function memberActor(member: {
  organizationId: string;
  id: string;
  roles: readonly Role[];
}): MemberActor {
  const { organizationId, id: memberId, roles } = member;
  return { kind: "member", organizationId, memberId, roles } as MemberActor;
}

export function systemActor(organizationId: string, job: string): SystemActor {
  return { kind: "system", organizationId, job } as SystemActor;
}

export function hasRole(actor: Actor, ...roles: Role[]): boolean {
  return actor.kind === "system" || roles.some((role) => actor.roles.includes(role));
}

/** The member who sent this request. Read anew each time, so a suspension or a changed role acts at once. */
export const getActor = cache(async (): Promise<MemberActor | null> => {
  // Next's own modules load on demand: jobs and commands make system actors in plain Node, which cannot resolve them.
  const { readSessionId } = await import("#lib/auth/session-cookie.ts");
  const sessionId = await readSessionId();
  return sessionId ? findSessionActor(sessionId) : null;
});

/** For pages: sends a visitor who is not signed in to the sign-in page, and from there to where they wanted to go. */
export async function requireActor(): Promise<MemberActor> {
  const actor = await getActor();
  if (actor) return actor;
  const [{ redirect }, { headers }] = await Promise.all([import("next/navigation"), import("next/headers")]);
  const back = wayBack((await headers()).get("x-herald-path") ?? "/");
  return redirect(back === "/" ? "/sign-in" : `/sign-in?${new URLSearchParams({ callbackUrl: back })}`);
}

/** The actor of a session that is neither expired nor revoked, of a member who is not suspended. */
export async function findSessionActor(sessionId: string): Promise<MemberActor | null> {
  const [member] = await db
    .select({ organizationId: members.organizationId, id: members.id, roles: members.roles })
    .from(sessions)
    .innerJoin(
      members,
      and(eq(members.organizationId, sessions.organizationId), eq(members.id, sessions.memberId)),
    )
    .where(
      and(
        eq(sessions.id, sessionId),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, clock.now()),
        isNull(members.suspendedAt),
        or(isNull(members.signedOutAt), lt(members.signedOutAt, sessions.createdAt)),
      ),
    );
  return member ? memberActor(member) : null;
}
