import { existsSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import { join } from "node:path";
import { env } from "#lib/env.ts";
import { StartError } from "#lib/errors.ts";

export type Pages = { answer: RequestListener; close: () => Promise<void> };

/** Starts Next behind `server`. */
export async function startPages(server: Server): Promise<Pages> {
  const dev = env.NODE_ENV === "development";
  if (!dev && !existsSync(join(process.env.NEXT_DIST_DIR ?? ".next", "BUILD_ID")))
    throw new StartError("Herald has not been built yet: run `npm run build` first.");

  // Loaded only here: it takes its time, and short links need not wait for it.
  const { default: next } = await import("next");
  // Next listens for WebSocket upgrades on the server it is given. Only its development reloader needs them.
  const httpServer = dev ? server : createServer();
  const app = next({ dev, hostname: env.HOST, port: env.PORT, httpServer, quiet: !dev });
  await app.prepare();
  return { answer: app.getRequestHandler(), close: () => app.close() };
}

/** A process that only runs jobs has no pages. */
export const noPages: Pages = {
  answer: (_request, response) => response.writeHead(404).end("This process only runs jobs.\n"),
  close: async () => {},
};
