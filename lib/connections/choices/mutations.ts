import { and, eq, gt, isNotNull, ne } from "drizzle-orm";
import { db } from "#db/client.ts";
import { connectionRequests, connections } from "#db/schema/connections.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { DomainError } from "#lib/errors.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { isSimulated } from "#lib/networks/network-hosts.ts";
import { accessOf } from "../access/opening.ts";
import { openOther } from "../consent/other-account.ts";
import type { ConnectionRequest } from "../consent/queries.ts";
import { putAccount } from "../mutations.ts";
import { listConnections } from "../queries.ts";
import type { Result } from "../results.ts";
import { revoke } from "../revoke.ts";
import type { ChooseAccountInput } from "../schemas.ts";
import { getHeldConnection, type HeldConnection } from "../tokens/queries.ts";

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
  const replaced = choice === "change" ? await findHeld(actor, request.network) : null;

  const result = await db.transaction(async (tx) => {
    const answered = await tx
      .update(connectionRequests)
      .set({ other: null })
      .where(isOpen)
      .returning({ id: connectionRequests.id });
    if (answered.length === 0) throw new DomainError("conflict", "This question was answered already.");
    return choice === "change" ? putAccount(tx, actor, request.network, other) : ("kept" as const);
  });
  if (result === "kept") await giveBackOther(request);
  if (replaced) await revoke(request.network, () => accessOf(replaced));
  return { result };
}

/** Gives the tokens back of an account that was not chosen; unless it is connected by now, perhaps with the very same token. */
export async function giveBackOther({ organizationId, id, memberId, network, other }: ConnectionRequest) {
  if (!other) return;
  await revoke(network, async () => {
    const { account, tokens } = openOther(organizationId, id, other);
    const [connected] = await db
      .select({ id: connections.id })
      .from(connections)
      .where(
        and(
          eq(connections.organizationId, organizationId),
          eq(connections.memberId, memberId),
          eq(connections.network, network),
          eq(connections.origin, account.origin),
          eq(connections.subject, account.subject),
          ne(connections.status, "disconnected"),
        ),
      );
    return connected ? null : { ...account, ...tokens };
  });
}

/** The account that is connected now, where its tokens are worth something at the network as it is. */
async function findHeld(actor: MemberActor, network: NetworkId): Promise<HeldConnection | null> {
  const connection = (await listConnections(actor)).find((one) => one.network === network);
  const held = connection && (await getHeldConnection(actor, connection.id));
  return held?.tokens && held.isSimulated === isSimulated(network, held.origin) ? held : null;
}
