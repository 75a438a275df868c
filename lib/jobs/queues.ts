import type { Queue } from "pg-boss";
import type { NetworkId } from "#lib/networks/network.ts";
import { networkIds, networks } from "#lib/networks/networks.ts";

const hour = 3600;

/**
 * A queue of jobs for one organization each. One job waits for each organization at most, and a running one does not
 * hold the next one back: a worker that was killed then never leaves an organization stuck, and two at once do no harm.
 */
const forOrganizations = {
  policy: "short",
  retryLimit: 5,
  retryBackoff: true,
  expireInSeconds: 300,
  deleteAfterSeconds: hour,
} as const satisfies Partial<Queue>;

/** Scores one organization's clicks. */
export const scoreQueue = { name: "score", ...forOrganizations } as const;

/** Adds one organization's clicks to the roll-ups. */
export const rollUpQueue = { name: "roll-up", ...forOrganizations } as const;

/** Mails one organization's new notices. */
export const mailQueue = { name: "mail", ...forOrganizations } as const;

/** Asks networks for the engagement of one organization's shares. */
export const measureQueue = { name: "measure", ...forOrganizations } as const;

export type OrganizationQueue =
  | typeof scoreQueue
  | typeof rollUpQueue
  | typeof mailQueue
  | typeof measureQueue;

/**
 * Publishes what is due of one connection to the network, one post after the other. A network has a queue of its own, so that
 * one which does not answer holds no other back. Each time that something is due has a job of its own name, so that a job for
 * later never stands in the way of one for now; whoever finds nothing to do does nothing.
 */
export const publishQueueOf = (network: NetworkId) =>
  ({
    name: `publish-${network}`,
    policy: "short",
    // What a job leaves undone, the sweep finds.
    retryLimit: 0,
    expireInSeconds: 600,
    deleteAfterSeconds: hour,
  }) as const satisfies Queue;

/** The networks that Herald publishes to. */
export const publishedNetworks: readonly NetworkId[] = networkIds.filter((id) => networks[id].connecting);

/**
 * Polls the sources that are at one site, one after the other. The name of the site names the job, so that no site is asked
 * by two jobs that wait; whoever finds a source polled already does nothing.
 */
export const pollQueue = {
  name: "poll",
  policy: "short",
  // What a job leaves undone, the sweep finds.
  retryLimit: 0,
  expireInSeconds: 600,
  deleteAfterSeconds: hour,
} as const satisfies Queue;

/** Every minute: sends a job for each organization with clicks to score or roll up, or notices to mail. */
export const sweepQueue = {
  name: "sweep",
  policy: "short",
  deleteAfterSeconds: hour,
} as const satisfies Queue;

/** Every day: deletes visitor salts, sessions and mailed links that have had their time. */
export const forgetQueue = {
  name: "forget",
  policy: "short",
  retryLimit: 5,
  retryBackoff: true,
  deleteAfterSeconds: 24 * hour,
} as const satisfies Queue;

/** Every hour: tells members whose consent to a network ends, and looks after what they connected. */
export const tendConnectionsQueue = {
  name: "tend-connections",
  policy: "short",
  retryLimit: 2,
  retryBackoff: true,
  deleteAfterSeconds: 24 * hour,
} as const satisfies Queue;

/** Every ten minutes: reminds those who can decide of reviews that are due. */
export const tendReviewsQueue = {
  name: "tend-reviews",
  policy: "short",
  retryLimit: 2,
  retryBackoff: true,
  deleteAfterSeconds: hour,
} as const satisfies Queue;

/** Every hour: settles pledges that are over, and reminds whoever chose the day. */
export const tendPledgesQueue = {
  name: "tend-pledges",
  policy: "short",
  retryLimit: 2,
  retryBackoff: true,
  deleteAfterSeconds: 24 * hour,
} as const satisfies Queue;

/** Every hour: gives badges that were earned since. */
export const tendRecognitionQueue = {
  name: "tend-recognition",
  policy: "short",
  retryLimit: 2,
  retryBackoff: true,
  deleteAfterSeconds: 24 * hour,
} as const satisfies Queue;

/** Every quarter of an hour, as days begin by time zone: turns boards, begins and closes seasons. */
export const tendBoardsQueue = {
  name: "tend-boards",
  policy: "short",
  retryLimit: 2,
  retryBackoff: true,
  deleteAfterSeconds: 24 * hour,
} as const satisfies Queue;

/** Every day: makes the partitions of clicks that are needed next, and drops those that have had their time. */
export const tendClicksQueue = {
  name: "tend-clicks",
  policy: "short",
  retryLimit: 5,
  retryBackoff: true,
  deleteAfterSeconds: 24 * hour,
} as const satisfies Queue;

export const queues: readonly Queue[] = [
  scoreQueue,
  rollUpQueue,
  mailQueue,
  measureQueue,
  ...publishedNetworks.map(publishQueueOf),
  pollQueue,
  sweepQueue,
  forgetQueue,
  tendClicksQueue,
  tendConnectionsQueue,
  tendReviewsQueue,
  tendPledgesQueue,
  tendRecognitionQueue,
  tendBoardsQueue,
];
