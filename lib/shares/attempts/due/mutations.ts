import type { Actor } from "#lib/auth/actor.ts";
import { sendPublishJobs } from "#lib/jobs/publishing.ts";
import { log } from "#lib/log.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { listWaiting } from "./queries.ts";

/** Asks for all that waits for a network in the organization, now that it may go. A hint: the sweep finds it as well. */
export async function requestNetwork(actor: Actor, network: NetworkId): Promise<void> {
  try {
    await sendPublishJobs(await listWaiting(actor, network));
  } catch (error) {
    log.warn({ err: error, network }, "publishing was not asked for; the sweep will");
  }
}
