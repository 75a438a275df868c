import { openBoss } from "./boss.ts";
import { pollQueue } from "./queues.ts";

/** Sources that are at one site: whoever takes the job polls them one after the other. */
export type PollJob = { host: string; sources: { organizationId: string; id: string }[] };

/** Sends a job for each site that has none waiting. */
export async function sendPollJobs(jobs: PollJob[]): Promise<void> {
  if (jobs.length === 0) return;
  const boss = await openBoss();
  await boss.insert(
    pollQueue.name,
    jobs.map((data) => ({ data, singletonKey: data.host })),
  );
}
