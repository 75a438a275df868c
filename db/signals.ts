import { sql } from "drizzle-orm";
import { connection, type Executor } from "#db/client.ts";

export type Listener = {
  onSignal: (payload: string) => void;
  /** Hears from now on. What was said before, since the last `onDown` or ever, it never learns. */
  onUp?: () => void;
  /** Hears nothing until the next `onUp`; trying again is seen to. */
  onDown?: () => void;
};

/**
 * Hears what any process says on a channel of the database, this one included.
 * @returns once it hears, or once the first try has failed: a function that stops it
 */
export function listen(channel: string, listener: Listener): Promise<() => Promise<void>> {
  return connection().listen(channel, listener);
}

/** Says it when the transaction commits, or at once outside of one. At most 8000 bytes. */
export async function notify(on: Executor, channel: string, payload: string): Promise<void> {
  await on.execute(sql`select pg_notify(${channel}, ${payload})`);
}
