import type { MemberActor } from "#lib/auth/actor.ts";

type Pledge = { memberId: string | null; teamId: string | null; madeById: string };

/** Whose promise it is changes it; a team's is changed by whoever wrote it down. */
export const canChangePledge = (actor: MemberActor, pledge: Pledge): boolean =>
  pledge.teamId ? pledge.madeById === actor.memberId : pledge.memberId === actor.memberId;

/** A team's promise stays the team's. */
export const canHandOver = (actor: MemberActor, pledge: Pledge): boolean =>
  pledge.memberId === actor.memberId;
