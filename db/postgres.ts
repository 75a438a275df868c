import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Connection } from "#db/client.ts";
import type { OwnConnection } from "#db/own-connection.ts";
import { listenOnServer } from "#db/postgres-listener.ts";

/** A pool of connections to a server. It outlives the server: while that is away queries fail, and then work again. */
export function openPostgres(url: string): Connection {
  const settings = settingsOf(url);
  const client = new pg.Pool({ ...settings, max: 10 });
  // Without these listeners a connection that the server ends, idle or in a transaction, would end the process.
  client.on("error", () => {});
  client.on("connect", (fresh) => fresh.on("error", () => {}));
  const listening = new Set<() => Promise<void>>();

  return {
    kind: "postgres",
    db: drizzle(client),
    client,
    async listen(channel, listener) {
      const stop = await listenOnServer(settings, channel, listener);
      listening.add(stop);
      return () => {
        listening.delete(stop);
        return stop();
      };
    },
    openOwn: () => openOwn(settings),
    async close() {
      await Promise.all([...listening].map((stop) => stop()));
      await client.end();
    },
  };
}

function settingsOf(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: "herald",
    // A server that is away makes a query fail in seconds: whoever waits is told, and may try again.
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // No page and no job asks for as much at once. The migrations lift it.
    statement_timeout: 60_000,
  };
}

async function openOwn(settings: pg.ClientConfig): Promise<OwnConnection> {
  const client = new pg.Client(settings);
  let isLost = false;
  const lose = () => {
    isLost = true;
  };
  client.on("error", lose).on("end", lose);
  await client.connect();

  return {
    async query(config) {
      try {
        return await client.query(config);
      } catch (error) {
        // What the server did not say, the connection did; after a timeout its answer could come to the next query.
        if (!(error instanceof pg.DatabaseError)) lose();
        throw error;
      }
    },
    isLost: () => isLost,
    close: () => client.end(),
  };
}
