import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { env } from "#lib/env.ts";

export type FeedSite = { origin: string; close: () => Promise<void> };

/** Somebody else's site on loopback, which safeFetch may reach until it is closed. */
export async function startFeedSite(answer: RequestListener): Promise<FeedSite> {
  const server = createServer(answer);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("the site listens on no port");
  const origin = `http://127.0.0.1:${address.port}`;
  env.FETCH_ALLOW_ORIGINS.push(origin);
  return {
    origin,
    close: async () => {
      env.FETCH_ALLOW_ORIGINS.splice(env.FETCH_ALLOW_ORIGINS.indexOf(origin), 1);
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

export type ToldItem = { guid: string; link: string; title: string; text?: string; date?: Date };

export const rss = (title: string, items: ToldItem[]): string =>
  `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>${title}</title><link>https://acme.test/</link><language>en</language>${items
    .map(
      ({ guid, link, title, text = "", date }) =>
        `<item><guid isPermaLink="false">${guid}</guid><link>${link}</link><title>${title}</title><description>${text}</description>${
          date ? `<pubDate>${date.toUTCString()}</pubDate>` : ""
        }</item>`,
    )
    .join("")}</channel></rss>`;
