import { createServer } from "node:http";
import next from "next";
import { migrateDatabase } from "#db/migrate.ts";
import { env } from "#lib/env.ts";
import { log } from "#lib/log.ts";

await migrateDatabase();
const app = next({ dev: env.NODE_ENV === "development", hostname: env.HOST, port: env.PORT });
await app.prepare();
const handle = app.getRequestHandler();

createServer((request, response) => handle(request, response)).listen(env.PORT, env.HOST, () =>
  log.info(`Herald is at ${env.PUBLIC_URL}`),
);
