import { scoreQueue } from "./queues.ts";
import { requestJob } from "./requests.ts";

/** Asks for the organization's new clicks to be scored in about a second. */
export const requestScoring = (organizationId: string): void => requestJob(scoreQueue, organizationId);
