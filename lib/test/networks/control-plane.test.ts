import { afterAll, beforeEach, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { blueskySession, linkedInTokens, visitAuthorize, xTokens } from "./authorize-as.ts";
import { startSimulator } from "./simulator.ts";

const simulator = await startSimulator();
beforeEach(() => simulator.reset());
afterAll(() => simulator.close());

test("a reset clears posts, tokens, requests and settings", async () => {
  const { access_token: token } = await xTokens(simulator);
  await ask(simulator, "POST", "/2/tweets", { token, json: { text: "Hello" } });
  await simulator.settings({ x: { names: "post" } });
  await simulator.reset();
  expect([await simulator.posts(), await simulator.requests()]).toEqual([[], []]);
  expect((await simulator.settings()).x.names).toBe("tweet");
  expect((await ask(simulator, "GET", "/2/users/me", { token })).status).toBe(401);
});

test("a clock that is set stays still, and one that is advanced alone goes on", async () => {
  expect(await simulator.setClock("2026-10-01T12:00:00Z")).toEqual(new Date("2026-10-01T12:00:00Z"));
  expect(await simulator.advanceClock(90_000)).toEqual(new Date("2026-10-01T12:01:30Z"));
  await simulator.reset();
  const later = await simulator.advanceClock(3_600_000);
  expect(Math.abs(later.getTime() - Date.now() - 3_600_000)).toBeLessThan(5_000);
});

test("what is no time is refused", async () => {
  const response = await ask(simulator, "POST", "/__sim/clock", { json: { now: "soon" } });
  expect(response).toMatchObject({ status: 400, body: { error: "soon is no time" } });
});

test("requests are told without their secrets", async () => {
  const { access_token, refresh_token } = await xTokens(simulator);
  await linkedInTokens(simulator);
  const session = await blueskySession(simulator);
  await ask(simulator, "GET", "/2/users/me", { token: access_token });
  const told = JSON.stringify(await simulator.requests());
  for (const secret of [
    access_token,
    refresh_token ?? "",
    session.accessJwt,
    "abcd-efgh",
    "right",
    "herald:",
  ])
    expect(told).not.toContain(secret);
  const [last] = (await simulator.requests("x")).slice(-1);
  expect(last).toMatchObject({
    method: "GET",
    path: "/2/users/me",
    account: "alice",
    status: 200,
    fault: null,
    headers: { authorization: expect.stringMatching(/^Bearer \[masked [0-9a-f]{8}\]$/) },
  });
  const [exchange] = (await simulator.requests("linkedin")).slice(-1);
  expect(exchange?.body).toMatch(/grant_type=authorization_code&code=%5Bmasked\+/);
});

test("a decision is for the next person, and for that network", async () => {
  await simulator.consent({ provider: "x", decision: "deny_consent" });
  const query = {
    response_type: "code",
    client_id: "a",
    redirect_uri: "http://herald.test/",
    scope: "openid",
  };
  const linkedin = `/oauth/v2/authorization?${new URLSearchParams(query)}`;
  expect((await ask(simulator, "GET", linkedin)).status).toBe(200);
  await simulator.consent({ provider: "linkedin", account: "bob", decision: "approve" });
  expect((await ask(simulator, "GET", linkedin)).status).toBe(302);
  expect((await ask(simulator, "GET", linkedin)).status).toBe(200);
});

test("a thousand people can each have an account", async () => {
  const subjects = new Set<string>();
  for (let number = 0; number < 1_000; number += 100) {
    const made = await simulator.account({ provider: "x", id: `person_${number}` });
    expect(made.name).toBe(`Person ${number}`);
    subjects.add(made.subject);
  }
  expect(subjects.size).toBe(10);
  const { access_token: token } = await xTokens(simulator, { account: "person_300" });
  const { body } = await ask(simulator, "GET", "/2/users/me", { token });
  expect(body).toMatchObject({ data: { username: "person_300" } });
});

test("an account of no network is refused", async () => {
  const response = await ask(simulator, "POST", "/__sim/account", { json: { provider: "y", id: "alice" } });
  expect(response.status).toBe(400);
});

test("a post that is not there has no numbers", async () => {
  await expect(simulator.post({ provider: "x", id: "1", likes: 1 })).rejects.toThrow("There is no post 1");
});

test("a path that no network has is 404", async () => {
  expect((await ask(simulator, "GET", "/2/nothing")).status).toBe(404);
  expect((await ask(simulator, "GET", "/__sim/nothing")).status).toBe(404);
  expect((await ask(simulator, "GET", "/xrpc/com.atproto.nothing")).status).toBe(501);
});

test("who is signed in as somebody else comes back as them", async () => {
  const query = {
    response_type: "code",
    client_id: "a",
    redirect_uri: "http://herald.test/",
    scope: "openid",
  };
  const back = await visitAuthorize(simulator, "/oauth/v2/authorization", query, {
    account: "alice",
    decision: "other_account",
  });
  await ask(simulator, "POST", "/oauth/v2/accessToken", {
    form: { grant_type: "authorization_code", code: back.searchParams.get("code") ?? "" },
  });
  expect((await simulator.requests("linkedin")).at(-1)?.account).toBe("bob");
});
