import { setTimeout as wait } from "node:timers/promises";

/** A job works a quarter of the time, so that readers and pages have the database, and this thread, for the rest. */
const restPerWork = 3;

/** Runs `step` until it finds less to do than `full`, and rests in between, the longer the more a step took. */
export async function inSteps(step: () => Promise<number>, full: number): Promise<void> {
  for (;;) {
    const startedAt = performance.now();
    if ((await step()) < full) return;
    await wait(restPerWork * (performance.now() - startedAt));
  }
}
