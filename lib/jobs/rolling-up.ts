import { rollUpQueue } from "./queues.ts";
import { requestJob } from "./requests.ts";

/** Asks for the organization's new clicks to be added to the roll-ups in about a second. What is shown is exact without. */
export const requestRollUp = (organizationId: string): void => requestJob(rollUpQueue, organizationId);
