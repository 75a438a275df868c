import { setTimeout as wait } from "node:timers/promises";

/** A job works a quarter of the time, so that readers and pages have the database, and this thread, for the rest. */
const restPerWork = 3;
/** Then it is the next organization's turn. */
const turnMs = 10_000;

/**
 * Runs `step` until it finds less to do than `full`, and rests in between, the longer the more a step took.
 * @returns false when there is more to do and its turn is over
 */
export async function inSteps(step: () => Promise<number>, full: number, forMs = turnMs): Promise<boolean> {
  const endsAt = performance.now() + forMs;
  for (;;) {
    const startedAt = performance.now();
    if ((await step()) < full) return true;
    const restMs = restPerWork * (performance.now() - startedAt);
    if (performance.now() + restMs >= endsAt) return false;
    await wait(restMs);
  }
}

/** For whoever cannot go on before everything is done: one turn after the other. */
export async function untilDone(turn: () => Promise<boolean>): Promise<void> {
  while (!(await turn()));
}
