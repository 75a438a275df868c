import { setTimeout as wait } from "node:timers/promises";
import type { Job, JobResult } from "pg-boss";
import { type SystemActor, systemActor } from "#lib/auth/actor.ts";
import { tendBoards } from "#lib/boards/turns/tending/mutations.ts";
import { dropOldClickPartitions, ensureClickPartitions } from "#lib/clicks/partitions/mutations.ts";
import { rollUpClicks } from "#lib/clicks/roll-ups/mutations.ts";
import { deleteOldSalts } from "#lib/clicks/salts/mutations.ts";
import { deleteOldRequests, keepAlive, tellOfEnds } from "#lib/connections/tending/mutations.ts";
import { measureEngagement } from "#lib/engagement/mutations.ts";
import { deleteExpiredSnapshots } from "#lib/engagement/snapshots/mutations.ts";
import { listOrganizationsToMeasure } from "#lib/engagement/watches/queries.ts";
import { untilDone } from "#lib/in-steps.ts";
import { log } from "#lib/log.ts";
import { mailNotices } from "#lib/notices/mailing/mutations.ts";
import { listOrganizationsToMail } from "#lib/notices/mailing/queries.ts";
import { tendPledges } from "#lib/pledges/settling/mutations.ts";
import { tendRecognition } from "#lib/recognition/badges/mutations.ts";
import { remindOfReviews } from "#lib/reviews/deadlines/mutations.ts";
import { scoreClicks, scoreLateFacts } from "#lib/scores/mutations.ts";
import { listDueConnections } from "#lib/shares/attempts/due/queries.ts";
import { publishDue } from "#lib/shares/attempts/publishing/mutations.ts";
import { pollSource } from "#lib/sources/polling/mutations.ts";
import { listDueSources } from "#lib/sources/polling/queries.ts";
import { closeBoss, openBoss } from "./boss.ts";
import { deleteOldSignIns, vacuumEmbeddedDatabase } from "./mutations.ts";
import { type PollJob, sendPollJobs } from "./polling.ts";
import { type PublishJob, sendPublishJobs } from "./publishing.ts";
import {
  listOrganizations,
  listOrganizationsToRollUp,
  listOrganizationsToScore,
  listOrganizationsWithoutJournal,
} from "./queries.ts";
import {
  forgetQueue,
  mailQueue,
  measureQueue,
  type OrganizationQueue,
  pollQueue,
  publishedNetworks,
  publishQueueOf,
  rollUpQueue,
  scoreQueue,
  sweepQueue,
  tendBoardsQueue,
  tendClicksQueue,
  tendConnectionsQueue,
  tendPledgesQueue,
  tendRecognitionQueue,
  tendReviewsQueue,
} from "./queues.ts";
import { forgetRequests, requestJob, sendJobs } from "./requests.ts";
import { makeSlots, type Slots } from "./slots.ts";

type OrganizationJob = Job<{ organizationId: string }>;

// One at each poll would be some thirty organizations a minute. While there are more than that, the next are taken at once.
const severalAtOnce = { batchSize: 20, burstWhenBatchFull: true, perJobResults: true } as const;

// A post waits for its network most of the time, and other accounts do not wait for it. One loop asks for more while there is
// room: with a loop for each account the queue would be polled as many times a second.
const severalConnections = { pollingIntervalSeconds: 1, batchSize: 10, burstWhenBatchFull: true } as const;
const connectionsAtOnce = 20;
// A site with many feeds is asked for one after the other, with a breath in between.
const betweenPollsMs = 250;
const pollSlots = makeSlots(10);
const slotsOf = new Map(publishedNetworks.map((network) => [network, makeSlots(connectionsAtOnce)]));

let isStopping = false;

/** Starts working on jobs in this process. Every job may run twice or be killed half-way: none relies on running once. */
export async function startWorker(): Promise<void> {
  isStopping = false;
  const boss = await openBoss();
  await boss.schedule(sweepQueue.name, "* * * * *");
  await boss.schedule(forgetQueue.name, "10 0 * * *", null, { tz: "UTC" });
  await boss.schedule(tendClicksQueue.name, "40 2 * * *", null, { tz: "UTC" });
  await boss.schedule(tendConnectionsQueue.name, "20 * * * *");
  await boss.schedule(tendReviewsQueue.name, "*/10 * * * *");
  await boss.schedule(tendPledgesQueue.name, "35 * * * *");
  await boss.schedule(tendRecognitionQueue.name, "50 * * * *");
  await boss.schedule(tendBoardsQueue.name, "1,16,31,46 * * * *");

  await boss.work(scoreQueue.name, { pollingIntervalSeconds: 1, ...severalAtOnce }, scoreOrganizations);
  await boss.work(rollUpQueue.name, { pollingIntervalSeconds: 2, ...severalAtOnce }, rollUpOrganizations);
  await boss.work(mailQueue.name, { pollingIntervalSeconds: 2, ...severalAtOnce }, mailOrganizations);
  for (const [network, slots] of slotsOf)
    await boss.work(publishQueueOf(network).name, severalConnections, (jobs: Job<PublishJob>[]) =>
      publish(jobs, slots),
    );
  await boss.work(measureQueue.name, { pollingIntervalSeconds: 5, ...severalAtOnce }, measureOrganizations);
  await boss.work(pollQueue.name, severalConnections, poll);
  await boss.work(sweepQueue.name, { pollingIntervalSeconds: 3 }, sweep);
  await boss.work(forgetQueue.name, { pollingIntervalSeconds: 60 }, forget);
  await boss.work(tendClicksQueue.name, { pollingIntervalSeconds: 60 }, tendClicks);
  await boss.work(tendConnectionsQueue.name, { pollingIntervalSeconds: 60 }, tendConnections);
  await boss.work(tendReviewsQueue.name, { pollingIntervalSeconds: 60 }, remindOfReviews);
  await boss.work(tendPledgesQueue.name, { pollingIntervalSeconds: 60 }, tendPledges);
  await boss.work(tendBoardsQueue.name, { pollingIntervalSeconds: 60 }, tendBoards);
  await boss.work(tendRecognitionQueue.name, { pollingIntervalSeconds: 60 }, tendRecognition);
}

/** Takes no more jobs, and waits for those in hand. */
export async function stopWorker({ timeoutMs }: { timeoutMs: number }): Promise<void> {
  isStopping = true;
  forgetRequests();
  const isTooLate = wait(timeoutMs, undefined, { ref: false });
  await closeBoss(timeoutMs);
  await Promise.race([
    isTooLate,
    Promise.all([pollSlots, ...slotsOf.values()].map((slots) => slots.settled())),
  ]);
}

const scoreOrganizations = (jobs: OrganizationJob[]) => settleEach(jobs, scoreQueue, scoreClicks);
const rollUpOrganizations = (jobs: OrganizationJob[]) => settleEach(jobs, rollUpQueue, rollUpClicks);
const mailOrganizations = (jobs: OrganizationJob[]) => settleEach(jobs, mailQueue, mailNotices);
const measureOrganizations = (jobs: OrganizationJob[]) => settleEach(jobs, measureQueue, measureEngagement);

/**
 * One after the other, none for longer than a turn: what is left of one waits behind the others. An organization whose job
 * fails is tried again by itself, and holds none of the others back.
 */
async function settleEach(
  jobs: OrganizationJob[],
  queue: OrganizationQueue,
  work: (actor: SystemActor) => Promise<boolean>,
): Promise<JobResult[]> {
  const results: JobResult[] = [];
  for (const { id, data } of jobs) {
    try {
      const isDone = await work(systemActor(data.organizationId, queue.name));
      if (!isDone) requestJob(queue, data.organizationId);
      results.push({ id, status: "completed" });
    } catch (error) {
      log.error({ err: error, organizationId: data.organizationId }, `the job ${queue.name} failed`);
      results.push({ id, status: "failed", output: { message: String(error) } });
    }
  }
  return results;
}

/**
 * At once, for each is another account. A job is done when its work has begun, and none waits for the others of its batch: a
 * lease tells who works, and what is left undone the sweep finds.
 */
async function publish(jobs: Job<PublishJob>[], slots: Slots): Promise<void> {
  for (const { data } of jobs)
    await slots.begin(() =>
      publishDue(data, () => isStopping).catch((error: unknown) =>
        log.error({ err: error, ...data }, "the job publish failed"),
      ),
    );
}

/** At once for each site; a site that does not answer holds nobody else's sources back. */
async function poll(jobs: Job<PollJob>[]): Promise<void> {
  for (const { data } of jobs) await pollSlots.begin(() => pollSite(data));
}

async function pollSite({ host, sources }: PollJob): Promise<void> {
  for (const [index, { organizationId, id }] of sources.entries()) {
    if (isStopping) return;
    if (index > 0) await wait(betweenPollsMs);
    await pollSource(systemActor(organizationId, pollQueue.name), id).catch((error: unknown) =>
      log.error({ err: error, organizationId, sourceId: id, host }, "the job poll failed"),
    );
  }
}

async function sweep(): Promise<void> {
  for (const id of await listOrganizationsWithoutJournal()) await scoreLate(id);
  await sendPublishJobs(await listDueConnections());
  await sendJobs(scoreQueue, await listOrganizationsToScore());
  await sendJobs(rollUpQueue, await listOrganizationsToRollUp());
  await sendJobs(mailQueue, await listOrganizationsToMail());
  await sendJobs(measureQueue, await listOrganizationsToMeasure());
  await sendPollJobs(await listDueSources());
  await deleteExpiredSnapshots();
}

async function forget(): Promise<void> {
  await deleteOldSalts();
  await deleteOldSignIns();
  await vacuumEmbeddedDatabase();
}

async function tendConnections(): Promise<void> {
  await tellOfEnds();
  await keepAlive();
  await deleteOldRequests();
}

async function tendClicks(): Promise<void> {
  await ensureClickPartitions();
  for (const id of await listOrganizations()) await scoreLate(id);
  // Nothing old may be dropped that waits.
  for (const id of await listOrganizationsToScore())
    await untilDone(() => scoreClicks(systemActor(id, tendClicksQueue.name)));
  for (const id of await listOrganizationsToRollUp())
    await untilDone(() => rollUpClicks(systemActor(id, tendClicksQueue.name)));
  await dropOldClickPartitions();
}

const scoreLate = (organizationId: string) =>
  untilDone(() => scoreLateFacts(systemActor(organizationId, tendClicksQueue.name)));
