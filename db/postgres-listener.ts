import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import type { Listener } from "#db/signals.ts";

const firstDelayMs = 100;
const longestDelayMs = 1000;
// A server that vanished closes nothing. Asked this often, it is missed within seconds.
const heartbeatMs = 2000;
const heartbeatTimeoutMs = 3000;

/** Listens on a connection of its own, and makes another whenever that is lost. Answers once the first try has ended. */
export async function listenOnServer(
  settings: pg.ClientConfig,
  channel: string,
  listener: Listener,
): Promise<() => Promise<void>> {
  const stop = new AbortController();
  const stopped = new Promise((resolve) => {
    stop.signal.addEventListener("abort", resolve);
  });
  const tried = Promise.withResolvers<void>();
  const hearing = keepHearing();
  await tried.promise;

  return async () => {
    stop.abort();
    await hearing;
  };

  async function keepHearing(): Promise<void> {
    let delayMs = firstDelayMs;
    while (!stop.signal.aborted) {
      const wasUp = await hearOnce();
      delayMs = wasUp ? firstDelayMs : Math.min(2 * delayMs, longestDelayMs);
      await wait(delayMs, undefined, { signal: stop.signal, ref: false }).catch(() => {});
    }
  }

  /** Until the connection is lost. @returns whether it ever heard anything */
  async function hearOnce(): Promise<boolean> {
    const client = new pg.Client({ ...settings, query_timeout: heartbeatTimeoutMs });
    const lost = new Promise((resolve) => {
      client.on("error", resolve).on("end", () => resolve(null));
    });
    client.on("notification", ({ payload }) => listener.onSignal(payload ?? ""));
    try {
      await client.connect();
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
      listener.onUp?.();
      tried.resolve();
      await Promise.race([stopped, lost, untilNoAnswer(client)]);
      if (!stop.signal.aborted) listener.onDown?.();
      return true;
    } catch {
      tried.resolve();
      return false;
    } finally {
      // A server that vanished never says goodbye.
      await Promise.race([client.end(), wait(1000, undefined, { ref: false })]);
    }
  }
}

async function untilNoAnswer(client: pg.Client): Promise<void> {
  try {
    for (;;) {
      await wait(heartbeatMs, undefined, { ref: false });
      await client.query("select 1");
    }
  } catch {
    // That is the answer.
  }
}
