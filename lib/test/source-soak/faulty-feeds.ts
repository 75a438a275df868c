import type { IncomingMessage, ServerResponse } from "node:http";
import { newId } from "#db/columns.ts";
import { rss, type ToldItem } from "../feed-site.ts";
import type { Random } from "../random.ts";

export const faults = [
  "none",
  "none",
  "none",
  "500",
  "503",
  "silence",
  "drip",
  "garbage",
  "page",
  "cut",
  "renamed",
  "shuffled",
  "loop",
] as const;
export type Fault = (typeof faults)[number];

/** What a source tells of, newest first, and what is wrong with it in this round. */
export type ToldSource = { id: string; items: ToldItem[]; fault: Fault; round: number };

const window = 40;

/** Up to two new items, some of which another source tells of too. */
export function publish(source: ToldSource, fault: Fault, round: number, random: Random): void {
  source.fault = fault;
  source.round = round;
  const news = round === 1 ? 15 : random.between(0, 2);
  for (let each = 0; each < news; each += 1) {
    const guid = newId();
    source.items.unshift({
      guid,
      link: `https://acme.test/${source.id}/${guid}?utm_source=rss`,
      title: `Item ${guid}`,
      text: "It rained. ".repeat(20),
    });
  }
}

/** Answers for whichever source the address names, with its fault. */
export function answer(
  told: ToldSource[],
  { url = "", headers }: IncomingMessage,
  response: ServerResponse,
  counted: { unchanged: number },
): void {
  const source = told.find(({ id }) => url.endsWith(id));
  if (!source) return void response.writeHead(404).end();
  const items = source.items.slice(0, window);
  const etag = `"${items[0]?.guid}"`;
  const feed = (shown: ToldItem[]) => rss(source.id, shown);
  const send = (body: string) =>
    response.writeHead(200, { "Content-Type": "application/rss+xml", ETag: etag }).end(body);
  if (source.fault === "500") return void response.writeHead(500).end("sorry");
  if (source.fault === "503") return void response.writeHead(503, { "Retry-After": "7200" }).end();
  if (source.fault === "silence") return;
  if (source.fault === "drip") return void drip(response, feed(items));
  if (source.fault === "garbage") return void send(Buffer.from(etag.repeat(50)).toString("base64"));
  if (source.fault === "page")
    return void response
      .writeHead(200, { "Content-Type": "text/html" })
      .end("<!doctype html><p>Be right back");
  if (source.fault === "cut") return void send(feed(items).slice(0, -40));
  if (source.fault === "loop") return void response.writeHead(302, { Location: url }).end();
  if (source.fault === "renamed")
    return void send(feed(items.map((item) => ({ ...item, guid: `${item.guid}-${source.round}` }))));
  if (source.fault === "shuffled") return void send(feed(items.toReversed()));
  if (headers["if-none-match"] === etag) {
    counted.unchanged += 1;
    return void response.writeHead(304).end();
  }
  send(feed(items));
}

/** A letter now and then, for longer than anybody waits. */
function drip(response: ServerResponse, body: string): void {
  response.writeHead(200, { "Content-Type": "application/rss+xml" });
  let sent = 0;
  const timer = setInterval(() => {
    response.write(body[sent] ?? " ");
    sent += 1;
  }, 50);
  response.on("close", () => clearInterval(timer));
}
