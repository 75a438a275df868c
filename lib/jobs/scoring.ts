import { log } from "#lib/log.ts";
import { openBoss } from "./boss.ts";
import { scoreQueue } from "./queues.ts";

const waitMs = 1000;
const waiting = new Map<string, NodeJS.Timeout>();

/** Asks for the organization's new clicks to be scored in about a second. A hint: a sweep each minute finds them anyway. */
export function requestScoring(organizationId: string): void {
  if (waiting.has(organizationId)) return;
  const timer = setTimeout(() => {
    waiting.delete(organizationId);
    sendScoring([organizationId]).catch((error: unknown) =>
      log.warn({ err: error, organizationId }, "scoring was not asked for; the sweep will"),
    );
  }, waitMs);
  waiting.set(organizationId, timer.unref());
}

/** Sends a scoring job for each organization that has none waiting. */
export async function sendScoring(organizationIds: string[]): Promise<void> {
  const boss = await openBoss();
  await boss.insert(
    scoreQueue.name,
    organizationIds.map((organizationId) => ({ data: { organizationId }, singletonKey: organizationId })),
  );
}

export function forgetRequests(): void {
  for (const timer of waiting.values()) clearTimeout(timer);
  waiting.clear();
}
