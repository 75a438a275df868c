import { and, eq, gt, min, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { networkCharges } from "#db/schema/costs.ts";
import { shares } from "#db/schema/shares.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { billedMonth, chargeKindsOf } from "../../costs/month.ts";
import type { ChargeKind, NetworkId } from "../../network.ts";
import { networks } from "../../networks.ts";
import { connectable } from "../../settings/schemas.ts";
import { projectMonth } from "../pace.ts";
import type { NetworkCosts } from "../schemas.ts";

const dayMs = 86_400_000;
const recentDays = 30;

/** What the networks that bill have cost this month, and what they would at the pace of the last thirty days. */
export async function listNetworkCosts(actor: Actor): Promise<Map<NetworkId, NetworkCosts>> {
  const now = clock.now();
  const [charged, paces] = await Promise.all([listCharged(actor, now), listPaces(actor, now)]);
  const costs = new Map<NetworkId, NetworkCosts>();
  for (const network of connectable) {
    const prices = networks[network].connecting?.prices;
    if (!prices) continue;
    const ofNetwork = charged.filter((row) => row.network === network);
    const used = (kinds: readonly ChargeKind[]) =>
      ofNetwork.filter(({ kind }) => kinds.includes(kind)).reduce((sum, { micros }) => sum + micros, 0);
    const { shares: recentShares = 0, days = 0 } = paces.get(network) ?? {};
    // Every share carries its short link.
    const priceMicros = prices.post_with_link;
    costs.set(network, {
      prices: kinds.map((kind) => ({ name: kindNames[kind], micros: prices[kind] })),
      recentShares,
      pricePerShare: priceMicros,
      projected: projectMonth({ shares: recentShares, days, priceMicros }),
      usedPosting: used(chargeKindsOf.posting),
      usedReading: used(chargeKindsOf.reading),
      monthName: new Intl.DateTimeFormat("en-GB", { month: "long", timeZone: "UTC" }).format(now),
    });
  }
  return costs;
}

const kinds = ["post_with_link", "post", "post_read", "account_read"] as const satisfies ChargeKind[];
const kindNames: Record<ChargeKind, string> = {
  post_with_link: "A post with a link, as every share is",
  post: "A post without a link",
  post_read: "Reading a post, once a day at most",
  account_read: "Reading how many follow an account, once a day at most",
};

function listCharged(actor: Actor, now: Date) {
  return db
    .select({
      network: networkCharges.network,
      kind: networkCharges.kind,
      micros: sql<number>`sum(${networkCharges.amountMicros})`.mapWith(Number),
    })
    .from(networkCharges)
    .where(
      and(
        eq(networkCharges.organizationId, actor.organizationId),
        eq(networkCharges.month, billedMonth(now)),
      ),
    )
    .groupBy(networkCharges.network, networkCharges.kind);
}

/** Shares that went out in the last thirty days by whatever way, and how long ago the first one of all did. */
async function listPaces(actor: Actor, now: Date): Promise<Map<NetworkId, { shares: number; days: number }>> {
  const since = new Date(now.getTime() - recentDays * dayMs);
  const rows = await db
    .select({
      network: shares.network,
      shares: sql<number>`count(*) filter (where ${gt(shares.confirmedAt, since)})`.mapWith(Number),
      first: min(shares.confirmedAt),
    })
    .from(shares)
    .where(eq(shares.organizationId, actor.organizationId))
    .groupBy(shares.network);
  return new Map(
    rows.map(({ network, shares, first }) => [
      network,
      { shares, days: first ? (now.getTime() - first.getTime()) / dayMs : 0 },
    ]),
  );
}
