import { and, eq } from "drizzle-orm";
import type { Transaction } from "#db/client.ts";
import { networkBlocks } from "#db/schema/attempts.ts";
import { audit } from "#lib/audit/mutations.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { adapterOf } from "../../adapters.ts";
import type { NetworkId } from "../../network.ts";
import type { AppBlock } from "../../outcomes.ts";

/** Between two posts that try whether a network lets the app in again. */
const probeEveryMs = 15 * 60_000;

const isBlock = ({ organizationId }: Actor, network: NetworkId) =>
  and(eq(networkBlocks.organizationId, organizationId), eq(networkBlocks.network, network));

const settingsOf = (network: NetworkId): string => adapterOf(network)?.settings() ?? "";
const nextProbe = (): Date => new Date(clock.now().getTime() + probeEveryMs);

/** The network refuses the app: until it takes a post again, one tries now and then, and the others wait. */
export async function blockNetwork(
  tx: Transaction,
  actor: Actor,
  network: NetworkId,
  { reason, detail }: AppBlock,
): Promise<void> {
  const { organizationId } = actor;
  const refusal = { reason, detail: detail ?? null, settings: settingsOf(network), retryAt: nextProbe() };
  const [made] = await tx
    .insert(networkBlocks)
    .values({ organizationId, network, ...refusal, blockedAt: clock.now() })
    .onConflictDoNothing()
    .returning({ network: networkBlocks.network });
  if (made) await audit(tx, actor, "network.block", organizationId, { network, reason });
  else await tx.update(networkBlocks).set(refusal).where(isBlock(actor, network));
}

/**
 * Whether a post may leave for the network: yes where nothing is blocked, and for the one that tries. That is the first one to
 * ask when its time has come, or when the app's settings are other ones than those that were refused.
 */
export async function passBreaker(
  tx: Transaction,
  actor: Actor,
  network: NetworkId,
): Promise<"open" | "probe" | "blocked"> {
  const [block] = await tx.select().from(networkBlocks).where(isBlock(actor, network)).for("update");
  if (!block) return "open";
  const settings = settingsOf(network);
  if (block.settings === settings && block.retryAt > clock.now()) return "blocked";
  await tx.update(networkBlocks).set({ settings, retryAt: nextProbe() }).where(isBlock(actor, network));
  return "probe";
}

/** The network took the app at its word again. @returns whether it was blocked */
export async function unblockNetwork(tx: Transaction, actor: Actor, network: NetworkId): Promise<boolean> {
  const gone = await tx
    .delete(networkBlocks)
    .where(isBlock(actor, network))
    .returning({ network: networkBlocks.network });
  return gone.length > 0;
}
