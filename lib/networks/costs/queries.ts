import { and, eq, inArray, sql } from "drizzle-orm";
import { db, type Executor } from "#db/client.ts";
import { networkCharges } from "#db/schema/costs.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import type { ChargeKind, NetworkId } from "../network.ts";
import { networks } from "../networks.ts";
import { getNetworkSettings } from "../settings/queries.ts";
import { billedMonth, chargeKindsOf } from "./month.ts";

/** Whether what is set aside for the month has room for one more post, as every share is one. */
export async function coversPost(actor: Actor, network: NetworkId): Promise<boolean> {
  const price = networks[network].connecting?.prices?.post_with_link;
  if (!price) return true;
  const { postingCapMicros } = (await getNetworkSettings(actor))[network];
  if (postingCapMicros === null) return true;
  const month = billedMonth(clock.now());
  return (
    (await sumCharges(db, actor, { network, month, kinds: chargeKindsOf.posting })) + price <=
    postingCapMicros
  );
}

type Counted = { network: NetworkId; month: string; kinds: readonly ChargeKind[] };

export async function sumCharges(
  executor: Executor,
  actor: Actor,
  { network, month, kinds }: Counted,
): Promise<number> {
  const [row] = await executor
    .select({ micros: sql<number>`coalesce(sum(${networkCharges.amountMicros}), 0)`.mapWith(Number) })
    .from(networkCharges)
    .where(
      and(
        eq(networkCharges.organizationId, actor.organizationId),
        eq(networkCharges.network, network),
        eq(networkCharges.month, month),
        inArray(networkCharges.kind, [...kinds]),
      ),
    );
  return row?.micros ?? 0;
}
