import { DomainError } from "#lib/errors.ts";

/** A picture of 50 million pixels takes some 200 MB while it is worked on. */
const atOnce = 2;
const mostWaiting = 60;

// Next's bundles are module graphs of their own in one process: they wait for each other here.
const shared = globalThis as typeof globalThis & {
  heraldImageTurns?: { busy: number; waiting: (() => void)[] };
};

/**
 * Works on pictures two at a time, whoever asks, so that many uploads at once take neither the memory nor the thread pool.
 * Throws `unavailable` when too many wait already.
 */
export async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  shared.heraldImageTurns ??= { busy: 0, waiting: [] };
  const line = shared.heraldImageTurns;
  if (line.busy >= atOnce) {
    if (line.waiting.length >= mostWaiting)
      throw new DomainError(
        "unavailable",
        "Many images are being worked on just now. Try again in a moment.",
      );
    // Whoever finishes hands over its place, so `busy` stays as it is.
    await new Promise<void>((resolve) => line.waiting.push(resolve));
  } else {
    line.busy += 1;
  }
  try {
    return await work();
  } finally {
    const next = line.waiting.shift();
    if (next) next();
    else line.busy -= 1;
  }
}
