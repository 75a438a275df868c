/** A worker that did not renew its lease for so long has ended, and another one goes on. */
export const leaseMs = 30_000;
export const renewEveryMs = 10_000;
/** What was committed as `sending` leaves within this time, or it does not leave at all. */
export const departureMs = 10_000;
/**
 * How long a worker can take from that commit to an answer: the time to leave, then a network's thirty seconds, twice where a
 * new token was refused. What is still `sending` after it has nobody any more who waits for the answer.
 */
export const staleSendingMs = 90_000;
/** A post that could not leave for so long is asked about instead of being posted at a time that nobody chose. */
export const lateMs = 12 * 3_600_000;

/** A network that did not answer for one post is left alone for so long with the account's others, or until what became of that one is known. */
export const restMs = 3 * 60_000;

/** The wait grows with every time that was in vain. */
export const backoffMs = (times: number): number => Math.min(30 * 60_000, 15_000 * 2 ** Math.min(times, 10));
