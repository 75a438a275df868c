import type { Access } from "#lib/networks/account.ts";
import { adapterOf } from "#lib/networks/adapters.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { within } from "#lib/within.ts";
import { findAppAt } from "./apps/queries.ts";

const patienceMs = 5000;

/** Null where they are wanted after all. */
type Opened = (Access & { refreshToken: string | null }) | null;

/** Tells the network that tokens are no longer wanted, as well as it can be told: here they are gone in any case. */
export async function revoke(network: NetworkId, access: () => Opened | Promise<Opened>): Promise<void> {
  const adapter = adapterOf(network);
  if (!adapter?.revoke) return;
  try {
    const { connector } = adapter;
    const opened = await access();
    if (!opened) return;
    const app =
      connector.by === "consent"
        ? (connector.configuredApp() ?? (await findAppAt(network, opened.origin)))
        : null;
    await within(patienceMs, adapter.revoke(opened, app));
  } catch {
    // Nobody waits for it, and nothing can be done about it.
  }
}
