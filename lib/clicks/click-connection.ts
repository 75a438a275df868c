import type pg from "pg";
import { type OwnConnection, openOwnConnection } from "#db/own-connection.ts";
import { within } from "#lib/within.ts";

/** A connection that is silent for so long is given up. */
const queryTimeoutMs = 5000;

// Clicks have a connection to themselves, so that a reader never waits for the pages' turn.
let own: Promise<OwnConnection> | undefined;
let turn: Promise<unknown> = Promise.resolve();

/** Asks the database over the clicks' own connection, one statement at a time. */
export function askClickConnection(statement: pg.QueryConfig): Promise<pg.QueryResult> {
  const answer = turn.then(() => ask(statement));
  turn = answer.catch(() => {});
  return answer;
}

/** Gives it back. The next statement opens another. */
export async function closeClickConnection(): Promise<void> {
  const open = own;
  own = undefined;
  // A server that vanished never says goodbye.
  await within(1000, Promise.resolve(open?.then((connection) => connection.close()))).catch(() => {});
}

async function ask(statement: pg.QueryConfig): Promise<pg.QueryResult> {
  if (await isLost(own)) void closeClickConnection();
  own ??= openOwnConnection();
  const asked = own;
  try {
    return await (await asked).query({ ...statement, query_timeout: queryTimeoutMs });
  } catch (error) {
    if (own === asked && (await isLost(asked))) void closeClickConnection();
    throw error;
  }
}

const isLost = async (connection: Promise<OwnConnection> | undefined): Promise<boolean> =>
  connection === undefined ? false : connection.then((open) => open.isLost()).catch(() => true);
