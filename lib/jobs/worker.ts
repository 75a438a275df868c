import type { Job } from "pg-boss";
import { systemActor } from "#lib/auth/actor.ts";
import { scoreClicks } from "#lib/scores/mutations.ts";
import { closeBoss, openBoss } from "./boss.ts";
import { deleteOldSalts, deleteOldSignIns } from "./mutations.ts";
import { listOrganizationsToScore } from "./queries.ts";
import { forgetQueue, scoreQueue, sweepQueue } from "./queues.ts";
import { forgetRequests, sendScoring } from "./scoring.ts";

/** Starts working on jobs in this process. Every job may run twice or be killed half-way: none relies on running once. */
export async function startWorker(): Promise<void> {
  const boss = await openBoss();
  await boss.schedule(sweepQueue.name, "* * * * *");
  await boss.schedule(forgetQueue.name, "10 0 * * *", null, { tz: "UTC" });

  await boss.work(scoreQueue.name, { pollingIntervalSeconds: 1 }, scoreOrganizations);
  await boss.work(sweepQueue.name, { pollingIntervalSeconds: 3 }, sweep);
  await boss.work(forgetQueue.name, { pollingIntervalSeconds: 60 }, forget);
}

/** Takes no more jobs, and waits for those in hand. */
export async function stopWorker({ timeoutMs }: { timeoutMs: number }): Promise<void> {
  forgetRequests();
  await closeBoss(timeoutMs);
}

async function scoreOrganizations(jobs: Job<{ organizationId: string }>[]): Promise<void> {
  for (const { data } of jobs) await scoreClicks(systemActor(data.organizationId, scoreQueue.name));
}

async function sweep(): Promise<void> {
  const organizationIds = await listOrganizationsToScore();
  if (organizationIds.length > 0) await sendScoring(organizationIds);
}

async function forget(): Promise<void> {
  await deleteOldSalts();
  await deleteOldSignIns();
}
