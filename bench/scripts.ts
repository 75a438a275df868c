import { gzipSync } from "node:zlib";

/** Kilobytes of JavaScript, gzipped, that the feed page makes a browser load. Polyfills for old browsers do not count. */
export async function measureScripts(origin: string, cookie: string): Promise<number> {
  const html = await (await fetch(`${origin}/`, { headers: { cookie } })).text();
  const tags = [...html.matchAll(/<(?:script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const addresses = tags
    .filter((tag) => !/nomodule/i.test(tag))
    .flatMap((tag) => /(?:src|href)="([^"]+\.js[^"]*)"/.exec(tag)?.[1] ?? []);
  let bytes = 0;
  for (const address of new Set(addresses))
    bytes += gzipSync(Buffer.from(await (await fetch(new URL(address, origin))).arrayBuffer())).byteLength;
  if (bytes === 0) throw new Error("the feed page named no script");
  return Math.round(bytes / 100) / 10;
}
