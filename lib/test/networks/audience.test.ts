import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { blueskySession, mastodonTokens, xTokens } from "./authorize-as.ts";
import { hour } from "./clock.ts";
import { startSimulator } from "./simulator.ts";

const readers: (string | undefined)[] = [];
const site = createServer((request, response) => {
  readers.push(request.headers["user-agent"]);
  response.setHeader("content-type", "text/html").end(
    `<meta property="og:title" content="Rain &amp; roofs"><meta content="Water in" property="og:description">
<meta property="og:image" content="https://elsewhere.example/a.jpg">`,
  );
}).listen(0, "127.0.0.1");
await once(site, "listening");
const link = `http://127.0.0.1:${(site.address() as AddressInfo).port}/s/a1B2`;

const simulator = await startSimulator();
beforeEach(() => simulator.reset());
afterAll(async () => {
  await simulator.close();
  site.close();
});

async function postOnX(text: string) {
  const { access_token: token } = await xTokens(simulator);
  const { body } = await ask(simulator, "POST", "/2/tweets", { token, json: { text } });
  const { id } = (body as { data: { id: string } }).data;
  return async () => {
    const query = `ids=${id}&tweet.fields=public_metrics`;
    const looked = await ask(simulator, "GET", `/2/tweets?${query}`, {
      token: (await xTokens(simulator)).access_token,
    });
    return (
      (looked.body as { data: { public_metrics: Record<string, number> }[] }).data[0]?.public_metrics ?? {}
    );
  };
}

test("without an audience numbers are what they were set to", async () => {
  const read = await postOnX("Hello");
  await simulator.advanceClock(24 * hour);
  expect(await read()).toMatchObject({ impression_count: 0, like_count: 0 });
});

test("with an audience numbers grow, and never shrink", async () => {
  await simulator.settings({ audience: { grows: true } });
  await simulator.setClock("2026-10-01T12:00:00Z");
  const read = await postOnX("Hello");
  const seen: number[] = [];
  for (let time = 0; time < 5; time++) {
    seen.push((await read()).impression_count ?? -1);
    await simulator.advanceClock(6 * hour);
  }
  expect(seen[0]).toBe(0);
  expect(seen.at(-1)).toBeGreaterThan(100);
  expect(seen).toEqual(seen.toSorted((one, other) => one - other));
});

test("the page behind a link on this machine makes the card, of X and of Mastodon", async () => {
  await simulator.settings({ audience: { readsPages: true } });
  await postOnX(`Hello ${link}`);
  const { access_token: token } = await mastodonTokens(simulator);
  await ask(simulator, "POST", "/api/v1/statuses", { token, form: { status: `Hello ${link}` } });
  const card = { url: link, title: "Rain & roofs", description: "Water in", image: null };
  await expect.poll(() => simulator.posts()).toMatchObject([{ card }, { card }]);
  expect(readers).toEqual(["Twitterbot/1.0", expect.stringMatching(/^Mastodon\//)]);
});

test("no page is read unless it is said, and none elsewhere", async () => {
  readers.length = 0;
  await postOnX(`Hello ${link}`);
  await simulator.settings({ audience: { readsPages: true } });
  await postOnX("Hello https://elsewhere.example/a");
  expect(await simulator.posts()).toMatchObject([{ card: { title: null } }, { card: { title: null } }]);
  expect(readers).toEqual([]);
});

test("anybody has an account on Bluesky, when it is said", async () => {
  const dana = { identifier: "dana-dee.test" };
  await expect(blueskySession(simulator, dana)).rejects.toThrow("401");
  await simulator.settings({ audience: { anybody: true } });
  expect(await blueskySession(simulator, dana)).toMatchObject({ handle: "dana-dee.test" });
  await expect(blueskySession(simulator, { identifier: "dana.example" })).rejects.toThrow("401");
});
