import type { Job } from "pg-boss";
import { systemActor } from "#lib/auth/actor.ts";
import { dropOldClickPartitions, ensureClickPartitions } from "#lib/clicks/partitions/mutations.ts";
import { rollUpClicks } from "#lib/clicks/roll-ups/mutations.ts";
import { scoreClicks } from "#lib/scores/mutations.ts";
import { closeBoss, openBoss } from "./boss.ts";
import { deleteOldSalts, deleteOldSignIns, vacuumEmbeddedDatabase } from "./mutations.ts";
import { listOrganizationsToRollUp, listOrganizationsToScore } from "./queries.ts";
import { forgetQueue, rollUpQueue, scoreQueue, sweepQueue, tendClicksQueue } from "./queues.ts";
import { forgetRequests, sendJobs } from "./requests.ts";

/** Starts working on jobs in this process. Every job may run twice or be killed half-way: none relies on running once. */
export async function startWorker(): Promise<void> {
  const boss = await openBoss();
  await boss.schedule(sweepQueue.name, "* * * * *");
  await boss.schedule(forgetQueue.name, "10 0 * * *", null, { tz: "UTC" });
  await boss.schedule(tendClicksQueue.name, "40 2 * * *", null, { tz: "UTC" });

  await boss.work(scoreQueue.name, { pollingIntervalSeconds: 1 }, scoreOrganizations);
  await boss.work(rollUpQueue.name, { pollingIntervalSeconds: 2 }, rollUpOrganizations);
  await boss.work(sweepQueue.name, { pollingIntervalSeconds: 3 }, sweep);
  await boss.work(forgetQueue.name, { pollingIntervalSeconds: 60 }, forget);
  await boss.work(tendClicksQueue.name, { pollingIntervalSeconds: 60 }, tendClicks);
}

/** Takes no more jobs, and waits for those in hand. */
export async function stopWorker({ timeoutMs }: { timeoutMs: number }): Promise<void> {
  forgetRequests();
  await closeBoss(timeoutMs);
}

async function scoreOrganizations(jobs: Job<{ organizationId: string }>[]): Promise<void> {
  for (const { data } of jobs) await scoreClicks(systemActor(data.organizationId, scoreQueue.name));
}

async function rollUpOrganizations(jobs: Job<{ organizationId: string }>[]): Promise<void> {
  for (const { data } of jobs) await rollUpClicks(systemActor(data.organizationId, rollUpQueue.name));
}

async function sweep(): Promise<void> {
  await sendJobs(scoreQueue, await listOrganizationsToScore());
  await sendJobs(rollUpQueue, await listOrganizationsToRollUp());
}

async function forget(): Promise<void> {
  await deleteOldSalts();
  await deleteOldSignIns();
  await vacuumEmbeddedDatabase();
}

async function tendClicks(): Promise<void> {
  await ensureClickPartitions();
  // Nothing old may be dropped that waits.
  for (const id of await listOrganizationsToScore()) await scoreClicks(systemActor(id, tendClicksQueue.name));
  for (const id of await listOrganizationsToRollUp())
    await rollUpClicks(systemActor(id, tendClicksQueue.name));
  await dropOldClickPartitions();
}
