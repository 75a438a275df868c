import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { networkCharges, networkSettings } from "#db/schema/costs.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import type { ChargeKind, NetworkId } from "../network.ts";
import { networks } from "../networks.ts";
import { getNetworkSettings } from "../settings/queries.ts";
import { billedMonth, capOf, chargeKindsOf } from "./month.ts";
import { sumCharges } from "./queries.ts";

type Charged = {
  network: NetworkId;
  kind: ChargeKind;
  /** The attempt or share it is for. */
  subjectId: string | null;
  note?: string;
};

/** `chargeId` is null where the network bills nothing. */
export type Reservation = { kind: "reserved"; chargeId: string | null } | { kind: "over_cap" };

/**
 * Writes down what a request will be billed, before it leaves, in the transaction that lets it leave. Two at the same moment
 * are decided one after the other, so the month's cap holds.
 */
export async function reserveCharge(tx: Transaction, actor: Actor, charged: Charged): Promise<Reservation> {
  const { network, kind, subjectId, note = "" } = charged;
  const amountMicros = networks[network].connecting?.prices?.[kind];
  if (!amountMicros) return { kind: "reserved", chargeId: null };

  const { organizationId } = actor;
  const capMicros = await lockCap(tx, actor, network, capOf(kind));
  const now = clock.now();
  const month = billedMonth(now);
  const used = await sumCharges(tx, actor, { network, month, kinds: chargeKindsOf[capOf(kind)] });
  if (capMicros !== null && used + amountMicros > capMicros) return { kind: "over_cap" };
  const chargeId = newId();
  await tx.insert(networkCharges).values({
    organizationId,
    id: chargeId,
    network,
    kind,
    amountMicros,
    month,
    subjectId,
    note,
    chargedAt: now,
  });
  return { kind: "reserved", chargeId };
}

/** The answer proves that nothing was billed. */
export async function releaseCharge(tx: Transaction, actor: Actor, chargeId: string | null): Promise<void> {
  if (chargeId === null) return;
  await tx
    .delete(networkCharges)
    .where(and(eq(networkCharges.organizationId, actor.organizationId), eq(networkCharges.id, chargeId)));
}

/** The same, of everything that was charged for one attempt. */
export async function releaseChargesOf(
  tx: Transaction,
  { organizationId }: Actor,
  subjectId: string,
): Promise<void> {
  await tx
    .delete(networkCharges)
    .where(and(eq(networkCharges.organizationId, organizationId), eq(networkCharges.subjectId, subjectId)));
}

/** Where no figures are read, what is read are answers to members' questions: for those nobody has set a cap. */
const askingCapMicros = 1_000_000;

/** The row is the lock, so there has to be one. */
async function lockCap(
  tx: Transaction,
  actor: Actor,
  network: NetworkId,
  cap: "posting" | "reading",
): Promise<number | null> {
  const { organizationId } = actor;
  const settings = (await getNetworkSettings(actor, tx))[network];
  await tx
    .insert(networkSettings)
    .values({ organizationId, ...settings })
    .onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(networkSettings)
    .where(and(eq(networkSettings.organizationId, organizationId), eq(networkSettings.network, network)))
    .for("update");
  if (cap === "posting") return row?.postingCapMicros ?? null;
  return row?.readingCapMicros ?? (row?.measures ? null : askingCapMicros);
}
