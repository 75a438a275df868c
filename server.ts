import "#lib/start-failure.ts";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { closeDatabase } from "#db/client.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { closeClickConnection } from "#lib/clicks/click-connection.ts";
import { clickLog } from "#lib/clicks/click-log.ts";
import { ensureClickPartitions } from "#lib/clicks/partitions/mutations.ts";
import { visitorSalt } from "#lib/clicks/visitor-salt.ts";
import { passEdge, pathnameOf } from "#lib/edge.ts";
import { withoutToken } from "#lib/edge-headers.ts";
import { env } from "#lib/env.ts";
import { answersInHand, finish } from "#lib/graceful-stop.ts";
import { checkReadiness } from "#lib/health.ts";
import { startWorker, stopWorker } from "#lib/jobs/worker.ts";
import { answerShortLink } from "#lib/links/redirect.ts";
import { log } from "#lib/log.ts";
import { noPages, startPages } from "#lib/pages.ts";
import { warnOfAllowedOrigins } from "#lib/safe-fetch/safe-fetch.ts";
import { within } from "#lib/within.ts";

const edge = {
  publicUrl: env.PUBLIC_URL,
  proxies: env.TRUST_PROXY,
  isDevelopment: env.NODE_ENV === "development",
  oidcIssuer: env.OIDC_ISSUER,
};
/** Links need the database alone: a reader who comes while the pages are being prepared is sent on all the same. */
let phase: "starting" | "linking" | "serving" | "stopping" = "starting";
let pages = noPages;

const server = createServer((request, response) => {
  // Before the edge: a redirect needs no nonce, and next to nothing else. Links are followed until the very end.
  if (answerShortLink(request, response, { canFollow: phase !== "starting" })) return;
  answer(request, response).catch((error: unknown) => {
    // Without the query: a network brings members back with a code in it.
    log.error({ err: error, path: withoutToken(pathnameOf(request)) }, "request failed");
    if (!response.headersSent) response.writeHead(500);
    response.end();
  });
});
server.keepAliveTimeout = 75_000; // longer than the proxies in front, so that it is they who close first
const inHand = answersInHand(server);

await new Promise<void>((resolve, reject) => {
  server.once("error", reject).listen(env.PORT, env.HOST, resolve);
});
process.once("SIGTERM", stop).once("SIGINT", stop);

warnOfAllowedOrigins();
await migrateDatabase();
await ensureClickPartitions();
clickLog.start();
void visitorSalt.get(); // making today's deletes yesterday's, also where nobody clicks
phase = "linking";
const worksOnJobs = env.HERALD_ROLE !== "web";
if (worksOnJobs) await startWorker();
if (env.HERALD_ROLE !== "worker") pages = await startPages(server);
process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));
phase = "serving";
log.info(`Herald is at ${env.PUBLIC_URL}`);

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (passEdge(request, response, edge)) return;
  const pathname = pathnameOf(request);
  if (pathname === "/healthz") return sendJson(response, 200, { alive: true });
  if (pathname === "/readyz") return sendReadiness(response);
  if (phase !== "serving") return sendNotNow(response);
  await pages.answer(request, response);
}

async function sendReadiness(response: ServerResponse): Promise<void> {
  const readiness =
    phase === "serving" ? await checkReadiness() : { ready: false, reasons: [`Herald is ${doing()}`] };
  sendJson(response, readiness.ready ? 200 : 503, readiness);
}

function sendNotNow(response: ServerResponse): void {
  sendJson(response, 503, { message: `Herald is ${doing()}. Try again in a moment.` });
}

function doing(): "starting" | "stopping" {
  return phase === "stopping" ? "stopping" : "starting";
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const headers = {
    "Content-Type": "application/json",
    ...(phase === "stopping" && { Connection: "close" }),
  };
  response.writeHead(status, headers).end(`${JSON.stringify(body)}\n`);
}

async function stop(): Promise<void> {
  phase = "stopping";
  const finished = await finish(inHand, worksOnJobs ? [stopWorker({ timeoutMs: 9000 })] : []);
  if (!finished) log.warn("stopped before everything in hand was finished");
  server.close();
  await pages.close();
  await clickLog.stop();
  await closeClickConnection();
  // A server that vanished never says goodbye.
  await within(2000, closeDatabase()).catch(() => {});
  process.exit(0);
}
