import { and, eq, gt, isNotNull } from "drizzle-orm";
import { db } from "#db/client.ts";
import { connectionRequests } from "#db/schema/connections.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import { openOther } from "../consent/other-account.ts";
import { putAccount } from "../mutations.ts";
import type { Result } from "../results.ts";
import { revoke } from "../revoke.ts";
import type { ChooseAccountInput } from "../schemas.ts";

/** Ends the question which of two accounts it shall be. The tokens of one that is not wanted are given back. */
export async function chooseAccount(
  actor: MemberActor,
  { requestId, choice }: ChooseAccountInput,
): Promise<{ result: Result }> {
  const isOpen = and(
    eq(connectionRequests.organizationId, actor.organizationId),
    eq(connectionRequests.memberId, actor.memberId),
    eq(connectionRequests.id, requestId),
    isNotNull(connectionRequests.other),
    gt(connectionRequests.expiresAt, clock.now()),
  );
  const [request] = await db.select().from(connectionRequests).where(isOpen);
  if (!request?.other)
    throw new DomainError(
      "not_found",
      "This question was answered, or is too old. Connect again to be asked.",
    );
  const other = openOther(actor.organizationId, requestId, request.other);

  const result = await db.transaction(async (tx) => {
    const answered = await tx
      .update(connectionRequests)
      .set({ other: null })
      .where(isOpen)
      .returning({ id: connectionRequests.id });
    if (answered.length === 0) throw new DomainError("conflict", "This question was answered already.");
    return choice === "change" ? putAccount(tx, actor, request.network, other) : ("kept" as const);
  });
  if (result === "kept") await revoke(request.network, () => ({ ...other.account, ...other.tokens }));
  return { result };
}
