import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type pg from "pg";
import { lockFolder } from "#db/folder-lock.ts";
import type { OwnConnection } from "#db/own-connection.ts";
import { openPglite } from "#db/pglite/open-pglite.ts";
import { openPostgres } from "#db/postgres.ts";
import type { listen } from "#db/signals.ts";
import { env } from "#lib/env.ts";

/** Postgres through Drizzle: the same for PGlite and for a server. */
export type Database = PgDatabase<PgQueryResultHKT, Record<string, never>>;
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];
/** What a query runs on. Inside a transaction pass `tx` on: PGlite has one connection, and `db` would wait for ever. */
export type Executor = Database | Transaction;

export type Connection = {
  kind: "pglite" | "postgres";
  db: Database;
  /** On PGlite one client: everything waits for its turn. */
  client: pg.Pool;
  /** For #db/signals.ts and #db/own-connection.ts. */
  listen: typeof listen;
  openOwn: () => Promise<OwnConnection>;
  /** The whole database as a file; of PGlite only, for a server has tools of its own. */
  dump?: () => Promise<Uint8Array>;
  close: () => Promise<void>;
};

// server.ts and the bundles that Next makes are different module graphs in one process: they meet here.
const shared = globalThis as typeof globalThis & { heraldConnection?: Connection };

/** Opens the database on first use: a server when DATABASE_URL is set, PGlite in DATA_DIR otherwise. */
export function connection(): Connection {
  shared.heraldConnection ??= env.DATABASE_URL ? openPostgres(env.DATABASE_URL) : openFolder(env.DATA_DIR);
  return shared.heraldConnection;
}

/** Puts a connection in place of the one that the environment would open; the tests' way in. */
export function useConnection(replacement: Connection): void {
  shared.heraldConnection = replacement;
}

export async function closeDatabase(): Promise<void> {
  const open = shared.heraldConnection;
  delete shared.heraldConnection;
  await open?.close();
}

export const db: Database = new Proxy({} as Database, {
  get(_target, property) {
    const database = connection().db;
    const value: unknown = Reflect.get(database, property);
    return typeof value === "function" ? value.bind(database) : value;
  },
});

function openFolder(dataDir: string): Connection {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const folder = join(dataDir, "pglite");
  return openPglite({ folder }, lockFolder(folder));
}
