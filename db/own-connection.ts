import type pg from "pg";
import { connection } from "#db/client.ts";

/** A connection for one use alone, which never waits for the pool's. PGlite has only one, so there it does. */
export type OwnConnection = {
  /** Rejects when the connection is lost; with `query_timeout` also when nothing has come back by then. */
  query: <Row extends pg.QueryResultRow>(
    config: pg.QueryConfig & { query_timeout?: number },
  ) => Promise<pg.QueryResult<Row>>;
  /** Nothing can be asked of it again: close it, and open another. */
  isLost: () => boolean;
  close: () => Promise<void>;
};

/** @throws when the server does not answer within seconds; trying again is the caller's */
export function openOwnConnection(): Promise<OwnConnection> {
  return connection().openOwn();
}
