import { readFeed } from "#lib/sources/read-feed.ts";
import { rss } from "#lib/test/feed-site.ts";

const rounds = 5;

/** How fast feeds are read, beside JSON.parse of the same items: the least that reading them could cost. */
export async function measureReading() {
  return [30, 1_000, 15_000].map((count) => {
    const items = Array.from({ length: count }, (_, index) => ({
      guid: `guid ${index}`,
      link: `https://acme.test/${index}`,
      title: `Item ${index}`,
      text: `&lt;p&gt;${"It rained on the factory. ".repeat(20)}&lt;/p&gt;`,
      date: new Date(Date.UTC(2026, 0, 1) + index * 60_000),
    }));
    const body = Buffer.from(rss("Acme", items));
    const json = JSON.stringify(items);
    const now = new Date("2026-11-23T12:00:00Z");
    const feedMs = fastest(() =>
      readFeed({ body, contentType: "application/xml", url: "https://acme.test/feed" }, now),
    );
    const jsonMs = fastest(() => JSON.parse(json));
    return {
      items: count,
      megabytes: round(body.length / 1e6),
      milliseconds: round(feedMs),
      itemsPerSecond: Math.round((count / feedMs) * 1000),
      megabytesPerSecond: round(body.length / 1e3 / feedMs),
      timesJsonParse: round(feedMs / jsonMs),
    };
  });
}

function fastest(work: () => unknown): number {
  const times = Array.from({ length: rounds }, () => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  });
  return Math.min(...times);
}

const round = (value: number): number => Math.round(value * 100) / 100;
