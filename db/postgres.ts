import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Connection } from "#db/client.ts";

/** What every connection to a server is made with. */
export function postgresSettings(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: "herald",
    // A server that is away makes a query fail in seconds: whoever waits is told, and may try again.
    connectionTimeoutMillis: 5000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
    // Nothing that a page or a job asks for takes as long. Migrations and the seed lift it.
    statement_timeout: 60_000,
  };
}

export function openPostgres(url: string): Connection {
  const client = new pg.Pool({ ...postgresSettings(url), max: 10 });
  // A connection that the server closes is replaced by the pool, and its query, if it has one, fails. Without listeners,
  // here and on a client that a transaction holds, it would end the process.
  client.on("error", () => {});
  client.on("connect", (fresh) => fresh.on("error", () => {}));
  return { kind: "postgres", db: drizzle(client), client, close: () => client.end() };
}
