import { type ConstructorOptions, PgBoss } from "pg-boss";
import { connection } from "#db/client.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";
import { queues } from "./queues.ts";

// server.ts and the bundles that Next makes are different module graphs in one process: they meet here.
const shared = globalThis as typeof globalThis & { heraldBoss?: Promise<PgBoss> };

/** This process's pg-boss, on Herald's own database; started on first use, with every queue there. */
export function openBoss(): Promise<PgBoss> {
  shared.heraldBoss ??= start().catch((error: unknown) => {
    delete shared.heraldBoss;
    throw error;
  });
  return shared.heraldBoss;
}

/** Stops it, if it was started: it takes no more jobs and waits up to `timeoutMs` for those in hand. */
export async function closeBoss(timeoutMs: number): Promise<void> {
  const opened = shared.heraldBoss;
  delete shared.heraldBoss;
  const boss = await opened?.catch(() => undefined);
  await boss?.stop({ graceful: true, timeout: timeoutMs });
}

async function start(): Promise<PgBoss> {
  // A web process only sends. Looking after the queues and the clock is the workers' task.
  const isWorker = env.HERALD_ROLE !== "web";
  const boss = new PgBoss({ ...database(), schema: "pgboss", supervise: isWorker, schedule: isWorker });
  boss.on("error", (error) => log.error({ err: error }, "the job queue reports an error"));
  // Of two processes that start on a new database at once, the one that finds the queue half made tries again.
  await boss.start({ attempts: 3 });
  for (const queue of queues) await boss.createQueue(queue.name, queue);
  return boss;
}

function database(): Pick<ConstructorOptions, "backend" | "db"> {
  const { kind, client } = connection();
  return { backend: kind, db: { executeSql: (text, values) => client.query(text, values) } };
}
