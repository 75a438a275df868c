import pg from "pg";
import { startPostgres } from "#lib/test/postgres-server.ts";

/** New databases on the server of BENCH_DATABASE_URL, or on one that is started for the run. */
export async function makeDatabases() {
  const given = process.env.BENCH_DATABASE_URL;
  const own = given ? null : await startPostgres();
  const serverUrl = given ?? own?.url ?? "";
  const names: string[] = [];

  async function create(): Promise<string> {
    const name = `herald_bench_${process.pid}_${names.length}`;
    await inServer(serverUrl, `create database ${name}`);
    names.push(name);
    const url = new URL(serverUrl);
    url.pathname = name;
    return url.href;
  }

  async function remove(): Promise<void> {
    for (const name of names) await inServer(serverUrl, `drop database ${name} with (force)`);
    await own?.remove();
  }

  return { create, remove };
}

const inServer = (url: string, statement: string) => withClient(url, (client) => client.query(statement));

export async function withClient<Result>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<Result>,
): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl, query_timeout: 1_800_000 });
  await client.connect();
  return work(client).finally(() => client.end());
}
