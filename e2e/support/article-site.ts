import { once } from "node:events";
import { createServer } from "node:http";
import sharp from "sharp";

export type ArticleSite = { origin: string; close: () => Promise<void> };

/**
 * Somebody else's site, on loopback: `/article/Some%20title` is an article of that title with a picture, the other
 * paths are what a curator runs into.
 */
export async function startArticleSite(): Promise<ArticleSite> {
  const picture = await sharp({ create: { width: 1_800, height: 1_000, channels: 3, background: "#3a6b7c" } })
    .jpeg()
    .toBuffer();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url ?? "/");
    const send = (type: string, body: string | Buffer) => response.setHeader("Content-Type", type).end(body);
    if (path.startsWith("/article/"))
      send("text/html; charset=utf-8", article(path.slice("/article/".length)));
    else if (path === "/blog")
      send(
        "text/html",
        '<title>Blog</title><link rel="alternate" type="application/rss+xml" href="/feed.xml">',
      );
    else if (path === "/feed.xml") send("application/rss+xml", feed(`http://${request.headers.host}`));
    else if (path === "/broken.xml") send("text/xml", feed("https://acme.test").slice(0, -30));
    else if (path === "/picture.jpg") send("image/jpeg", picture);
    else if (path === "/bare") send("text/html", "<title>A page of few words</title><p>That is all.");
    else if (path === "/huge") send("text/html", Buffer.alloc(30_000_000, "a"));
    else if (path === "/paper") send("application/pdf", "%PDF-1.7");
    else if (path === "/inward") response.writeHead(302, { Location: "http://169.254.169.254/" }).end();
    else response.writeHead(404).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("the article site listens on no port");
  const close = async () => {
    server.closeAllConnections();
    server.close();
    await once(server, "close");
  };
  return { origin: `http://127.0.0.1:${address.port}`, close };
}

const article = (title: string): string => `<!doctype html><html lang="en"><head>
  <meta property="og:title" content="${title}">
  <meta property="og:description" content="Three million litres of rain, one old roof and a team that refused to buy water.">
  <meta property="og:image" content="/picture.jpg"><meta property="og:image:alt" content="A wet factory roof">
  <meta property="og:site_name" content="The Meridian"></head><body><p>It rained.</p></body></html>`;

const feed = (origin: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Meridian blog</title><link>${origin}/blog</link>${[
    "Rain on the roof",
    "Snow on the roof",
  ]
    .map(
      (title) =>
        `<item><title>${title}</title><guid>${title}</guid><link>${origin}/article/${encodeURIComponent(title)}</link><description>Three million litres of rain, one old roof and a team that refused to buy water.</description></item>`,
    )
    .join("")}</channel></rss>`;
