import { afterAll, beforeEach, expect, test } from "vitest";
import { ask } from "./ask.ts";
import { blueskySession, mastodonTokens, xTokens } from "./authorize-as.ts";
import { startSimulator } from "./simulator.ts";

const simulator = await startSimulator();
beforeEach(() => simulator.reset());
afterAll(() => simulator.close());

const query = {
  response_type: "code",
  client_id: "a",
  redirect_uri: "http://herald.test/",
  scope: "openid",
  state: "s",
};
const screen = `/oauth/v2/authorization?${new URLSearchParams(query)}`;
const decide = (form: Record<string, string>) => ask(simulator, "POST", screen, { form });
const answer = async (form: Record<string, string>) =>
  Object.fromEntries(new URL((await decide(form)).headers.get("location") ?? "").searchParams);

test("the screen says that it is simulated, and offers whom to be", async () => {
  const { status, text, headers } = await ask(simulator, "GET", screen);
  expect(status).toBe(200);
  expect(headers.get("content-type")).toMatch("text/html");
  expect(text).toContain("Simulated LinkedIn – nothing leaves this machine");
  for (const words of ["Alice Ashby", "Bob Birch", "Another person", "Allow", "Cancel"])
    expect(text).toContain(words);
});

test("who allows is sent back with a code, who cancels without", async () => {
  expect(await answer({ account: "bob", decision: "allow" })).toEqual({
    code: expect.any(String),
    state: "s",
  });
  expect(await answer({ account: "bob", decision: "cancel" })).toMatchObject({
    error: "user_cancelled_authorize",
    state: "s",
  });
});

test("another person gets an account of their own", async () => {
  await answer({ account: "alice", other: "Zoë O'Neil", decision: "allow" });
  const { text } = await ask(simulator, "GET", screen);
  expect(text).toContain("Zoë O&#39;Neil");
});

test("the public page shows the newest first, as text", async () => {
  await simulator.setClock("2026-10-01T12:00:00Z");
  const { access_token: token } = await xTokens(simulator);
  const { access_token: mastodon } = await mastodonTokens(simulator, { account: "bob" });
  await ask(simulator, "POST", "/2/tweets", { token, json: { text: "First <b>bold</b>" } });
  await simulator.advanceClock(1_000);
  await ask(simulator, "POST", "/api/v1/statuses", {
    token: mastodon,
    form: { status: "Second http://a.test/b" },
  });
  const { text } = await ask(simulator, "GET", "/");
  expect(text).toContain("Simulated networks");
  expect(text).toContain("First &lt;b&gt;bold&lt;/b&gt;");
  expect(text).toContain('<a href="http://a.test/b">');
  expect(text.indexOf("Second")).toBeLessThan(text.indexOf("First"));
});

test("each post has a page, until it is deleted", async () => {
  const { access_token: token } = await xTokens(simulator);
  await ask(simulator, "POST", "/2/tweets", { token, json: { text: "Hello from X" } });
  const { accessJwt, did } = await blueskySession(simulator);
  await ask(simulator, "POST", "/xrpc/com.atproto.repo.createRecord", {
    token: accessJwt,
    json: {
      repo: did,
      collection: "app.bsky.feed.post",
      record: { $type: "app.bsky.feed.post", text: "Hello from Bluesky", createdAt: "2026-10-01T09:00:00Z" },
    },
  });
  for (const { permalink, text, provider, id } of await simulator.posts()) {
    expect(await ask(simulator, "GET", permalink)).toMatchObject({
      status: 200,
      text: expect.stringContaining(text),
    });
    await simulator.post({ provider, id, deleted: true });
    expect((await ask(simulator, "GET", permalink)).status).toBe(404);
  }
});

test("X's other address of a post leads there too", async () => {
  const { access_token: token } = await xTokens(simulator);
  const { body } = await ask(simulator, "POST", "/2/tweets", { token, json: { text: "Hello" } });
  const { id } = (body as { data: { id: string } }).data;
  expect((await ask(simulator, "GET", `/i/web/status/${id}`)).status).toBe(200);
});
