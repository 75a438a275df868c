import { afterAll, beforeEach, expect, test } from "vitest";
import { linkedInTokens, xTokens } from "./authorize-as.ts";
import { startSimulator } from "./simulator.ts";

const simulator = await startSimulator();
beforeEach(() => simulator.reset());
afterAll(() => simulator.close());

test("LinkedIn shows a post as far as its text is escaped", async () => {
  const { access_token } = await linkedInTokens(simulator);
  const headers = {
    authorization: `Bearer ${access_token}`,
    "linkedin-version": "202609",
    "x-restli-protocol-version": "2.0.0",
    "content-type": "application/json",
  };
  const { sub } = await (await fetch(`${simulator.origin}/v2/userinfo`, { headers })).json();
  const response = await fetch(`${simulator.origin}/rest/posts`, {
    method: "POST",
    headers,
    body: JSON.stringify({
      author: `urn:li:person:${sub}`,
      commentary: "We're hiring (Berlin)!",
      visibility: "PUBLIC",
      distribution: { feedDistribution: "MAIN_FEED" },
      lifecycleState: "PUBLISHED",
    }),
  });
  expect([response.status, await response.text()]).toEqual([201, ""]);
  expect(await simulator.posts()).toMatchObject([
    { id: response.headers.get("x-restli-id"), text: "We're hiring ", account: "alice" },
  ]);
});

test("X processes a call whose answer is dropped", async () => {
  const { access_token } = await xTokens(simulator, { account: "bob" });
  await simulator.script({
    match: { provider: "x", method: "POST", path: "/2/tweets", account: "bob" },
    effect: { kind: "drop_after" },
  });
  const post = () =>
    fetch(`${simulator.origin}/2/tweets`, {
      method: "POST",
      headers: { authorization: `Bearer ${access_token}`, "content-type": "application/json" },
      body: JSON.stringify({ text: "Hello https://go.acme.example/a1B2" }),
    });
  await expect(post()).rejects.toThrow();
  expect((await post()).status).toBe(403);
  expect(await simulator.posts("x")).toHaveLength(1);
  const { spentOnX } = await simulator.settings();
  expect(spentOnX).toBe(0.2);
});
