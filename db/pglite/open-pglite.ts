import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Connection } from "#db/client.ts";
import type { Listener } from "#db/signals.ts";
import { startThread } from "./pglite-thread.ts";
import { PgliteStream } from "./stream.ts";
import type { Place } from "./worker.ts";

/** PGlite as a pool of one client. `release` is called once the database is closed. */
export function openPglite(place: Place = {}, release: () => void = () => {}): Connection {
  const thread = startThread(place);
  const listeners = new Map<string, Set<Listener>>();
  const client = new pg.Pool({
    stream: () => new PgliteStream(thread),
    ssl: false,
    user: "postgres",
    database: "postgres",
    max: 1,
    idleTimeoutMillis: 0,
    allowExitOnIdle: true,
    // The pool drops its client after a query that failed. The session outlives it, and what it left in it.
    async onConnect(fresh) {
      await fresh.query("rollback");
      await fresh.query("discard all");
      for (const channel of listeners.keys()) await fresh.query(listenTo(channel));
    },
  });
  client.on("connect", (fresh) => {
    fresh.on("notification", ({ channel, payload }) => {
      for (const { onSignal } of listeners.get(channel) ?? []) onSignal(payload ?? "");
    });
  });

  return {
    kind: "pglite",
    db: drizzle(client),
    client,
    async listen(channel, listener) {
      const hearing = listeners.get(channel) ?? new Set();
      listeners.set(channel, hearing.add(listener));
      await client.query(listenTo(channel));
      listener.onUp?.();
      return async () => {
        hearing.delete(listener);
      };
    },
    openOwn: async () => ({
      query: (config) => client.query(config),
      isLost: () => false,
      close: async () => {},
    }),
    async dump() {
      const idle = await client.connect();
      try {
        return await thread.dump();
      } finally {
        idle.release();
      }
    },
    async close() {
      await client.end();
      await thread.close();
      release();
    },
  };
}

const listenTo = (channel: string) => `listen ${pg.escapeIdentifier(channel)}`;
