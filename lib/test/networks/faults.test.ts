import { afterAll, beforeEach, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { blueskySession, xTokens } from "./authorize-as.ts";
import type { Effect } from "./faults.ts";
import { startSimulator } from "./simulator.ts";

const simulator = await startSimulator();
beforeEach(() => simulator.reset());
afterAll(() => simulator.close());

async function posting(account = "alice") {
  const { access_token: token } = await xTokens(simulator, { account });
  return (text = "Hello") => ask(simulator, "POST", "/2/tweets", { token, json: { text } });
}

const create = { provider: "x", method: "POST", path: "/2/tweets" } as const;

const effects: { name: string; effect: Effect; answer: object | null; posted: number }[] = [
  {
    name: "a status comes in place of the answer, and nothing is posted",
    effect: { kind: "status", status: 429, body: { title: "Slow down" }, headers: { "retry-after": "7" } },
    answer: { status: 429, body: { title: "Slow down" } },
    posted: 0,
  },
  {
    name: "a server fails after it posted",
    effect: { kind: "status", status: 500, processed: true },
    answer: { status: 500, text: "" },
    posted: 1,
  },
  {
    name: "success is answered with a page",
    effect: { kind: "status", status: 201, body: "<html>", processed: true },
    answer: { status: 201, text: "<html>" },
    posted: 1,
  },
  {
    name: "success is answered with nothing",
    effect: { kind: "status", status: 204, processed: true },
    answer: { status: 204, text: "" },
    posted: 1,
  },
  {
    name: "a gateway's page says nothing of what happened",
    effect: { kind: "html_502" },
    answer: { status: 502, text: expect.stringContaining("502 Bad Gateway") },
    posted: 0,
  },
  {
    name: "a gateway can fail after it posted",
    effect: { kind: "html_502", processed: true },
    answer: { status: 502 },
    posted: 1,
  },
  {
    name: "a connection that is closed before leaves nothing",
    effect: { kind: "drop_before" },
    answer: null,
    posted: 0,
  },
  {
    name: "a connection that is closed after leaves the post",
    effect: { kind: "drop_after" },
    answer: null,
    posted: 1,
  },
  {
    name: "half a body is no JSON",
    effect: { kind: "truncate_body" },
    answer: { status: 201, body: expect.stringMatching(/^\{"data":\{"id":/) },
    posted: 1,
  },
  {
    name: "a body comes drop by drop, and whole",
    effect: { kind: "slow_drip", ms: 60 },
    answer: { status: 201, body: { data: { text: "Hello" } } },
    posted: 1,
  },
  {
    name: "an answer comes late",
    effect: { kind: "delay_ms", ms: 30 },
    answer: { status: 201 },
    posted: 1,
  },
];

test.each(effects)("$name", async ({ effect, answer, posted }) => {
  const post = await posting();
  await simulator.script({ match: create, effect });
  const answered = await post().catch(() => null);
  if (answer) expect(answered).toMatchObject(answer);
  else expect(answered).toBeNull();
  expect(await simulator.posts()).toHaveLength(posted);
  const [request] = (await simulator.requests("x")).slice(-1);
  expect(request).toMatchObject({ fault: effect, account: "alice" });
  expect(request?.status === null).toBe(answer === null);
  expect((await post("Again")).status).toBe(201);
});

test("who gives up on a late answer has posted", async () => {
  const { access_token } = await xTokens(simulator);
  await simulator.script({ match: create, effect: { kind: "delay_ms", ms: 60_000 } });
  const given = fetch(`${simulator.origin}/2/tweets`, {
    method: "POST",
    headers: { authorization: `Bearer ${access_token}`, "content-type": "application/json" },
    body: '{"text":"Hello"}',
    signal: AbortSignal.timeout(50),
  });
  await expect(given).rejects.toThrow("timeout");
  expect(await simulator.posts()).toHaveLength(1);
});

test("faults are met in order, each as often as it was queued", async () => {
  const post = await posting();
  await simulator.script({ match: create, times: 2, effect: { kind: "status", status: 500 } });
  await simulator.script({ match: create, effect: { kind: "status", status: 429 } });
  const statuses = [];
  for (let time = 0; time < 4; time++) statuses.push((await post()).status);
  expect(statuses).toEqual([500, 500, 429, 201]);
});

test("a fault without an end lasts until the reset", async () => {
  await simulator.script({ times: 0, effect: { kind: "status", status: 503 } });
  for (let time = 0; time < 3; time++)
    expect((await ask(simulator, "GET", "/api/v2/instance")).status).toBe(503);
  await simulator.reset();
  expect((await ask(simulator, "GET", "/api/v2/instance")).status).toBe(200);
});

test("a fault can be likely, and is as likely after each reset", async () => {
  const rounds = [];
  for (let round = 0; round < 2; round++) {
    await simulator.reset();
    await simulator.script({ times: 0, chance: 0.25, effect: { kind: "status", status: 503 } });
    const statuses = [];
    for (let time = 0; time < 100; time++)
      statuses.push((await ask(simulator, "GET", "/api/v2/instance")).status);
    rounds.push(statuses);
  }
  expect(rounds[0]).toEqual(rounds[1]);
  const met = rounds[0]?.filter((status) => status === 503).length ?? 0;
  expect(met).toBeGreaterThan(10);
  expect(met).toBeLessThan(45);
});

test("a fault meets one account, and a path by its beginning or its pattern", async () => {
  const [alice, bob] = [await posting("alice"), await posting("bob")];
  await simulator.script({ match: { account: "bob" }, effect: { kind: "status", status: 500 } });
  await simulator.script({ match: { path: "^/2/tw" }, effect: { kind: "status", status: 502 } });
  await simulator.script({ match: { path: "/rest/" }, effect: { kind: "status", status: 503 } });
  expect([(await alice()).status, (await bob()).status, (await bob()).status]).toEqual([502, 500, 201]);
});

test("a password's owner is known before the call is processed", async () => {
  await simulator.script({
    match: { provider: "bluesky", account: "bob" },
    effect: { kind: "status", status: 500 },
  });
  await expect(blueskySession(simulator, { identifier: "bob.test" })).rejects.toThrow("500");
  expect(await blueskySession(simulator, { identifier: "alice.test" })).toMatchObject({
    handle: "alice.test",
  });
});
