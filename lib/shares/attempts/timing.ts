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

/** What a network left unanswered is held against it for so long. */
export const unansweredMs = 3_600_000;

/**
 * A network that did not answer is left alone for a while with the account's other posts: after one for seconds, and for
 * twice as long after each further one.
 */
export const restMs = (unanswered: number): number =>
  unanswered === 0 ? 0 : Math.min(30 * 60_000, 5000 * 2 ** Math.min(unanswered - 1, 10));

/** The wait grows with every time that was in vain. */
export const backoffMs = (times: number): number => Math.min(30 * 60_000, 15_000 * 2 ** Math.min(times, 10));
