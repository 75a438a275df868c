import { log } from "#lib/log.ts";
import { openBoss } from "./boss.ts";
import type { OrganizationQueue } from "./queues.ts";

const waitMs = 1000;
const waiting = new Map<string, NodeJS.Timeout>();

/** Asks for an organization's job in about a second, however often it is asked meanwhile. A hint: a sweep each minute finds what is lost. */
export function requestJob(queue: OrganizationQueue, organizationId: string): void {
  const key = `${queue.name} ${organizationId}`;
  if (waiting.has(key)) return;
  const timer = setTimeout(() => {
    waiting.delete(key);
    sendJobs(queue, [organizationId]).catch((error: unknown) =>
      log.warn({ err: error, organizationId }, `${queue.name} was not asked for; the sweep will`),
    );
  }, waitMs);
  waiting.set(key, timer.unref());
}

/** Sends a job for each organization that has none waiting. */
export async function sendJobs(queue: OrganizationQueue, organizationIds: string[]): Promise<void> {
  if (organizationIds.length === 0) return;
  const boss = await openBoss();
  await boss.insert(
    queue.name,
    organizationIds.map((organizationId) => ({ data: { organizationId }, singletonKey: organizationId })),
  );
}

export function forgetRequests(): void {
  for (const timer of waiting.values()) clearTimeout(timer);
  waiting.clear();
}
