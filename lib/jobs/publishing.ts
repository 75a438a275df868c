import { clock } from "#lib/clock.ts";
import { log } from "#lib/log.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { openBoss } from "./boss.ts";
import { publishQueueOf } from "./queues.ts";

export type PublishJob = { organizationId: string; connectionId: string; network: NetworkId };

/** What is due later than this is found in time by the sweep, which looks so far ahead. */
export const sweepAheadMs = 90_000;

/** Asks for what is due of a connection to be published at that moment. A hint: the sweep each minute is the truth. */
export function requestPublishing(job: PublishJob, at: Date = clock.now()): void {
  if (at.getTime() - clock.now().getTime() > sweepAheadMs) return;
  sendPublishJobs([{ ...job, at }]).catch((error: unknown) =>
    log.warn({ err: error, ...job }, "publishing was not asked for; the sweep will"),
  );
}

export async function sendPublishJobs(due: (PublishJob & { at: Date })[]): Promise<void> {
  if (due.length === 0) return;
  const boss = await openBoss();
  const now = clock.now();
  for (const [network, ofNetwork] of Map.groupBy(due, (job) => job.network))
    await boss.insert(
      publishQueueOf(network).name,
      ofNetwork.map(({ at, ...data }) => ({
        data,
        singletonKey: at > now ? `${data.connectionId} ${at.toISOString()}` : data.connectionId,
        // A moment of the clock, said as a distance: a test may have set the clock.
        startAfter: Math.max(0, Math.ceil((at.getTime() - now.getTime()) / 1000)),
      })),
    );
}
