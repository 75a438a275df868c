import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { minute } from "#lib/test/networks/clock.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import { frozenPost, prepared, smallPicture } from "#lib/test/networks/frozen-post.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { start, stopClock, stoppedNow } from "#lib/test/networks/stopped-clock.ts";
import { mastodonAdapter } from "./adapter.ts";

const { publisher } = mastodonAdapter;
const simulator = await startSimulator({ now: stoppedNow });

beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  stopClock();
  await simulator.reset();
});
afterAll(() => simulator.close());

const publicPosts = () => simulator.posts("mastodon");

test("a post has the words, our link and the picture with its description", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const request = await prepared(publisher, access, {
    text: "Rain runs a factory. 👋 #AcmeEmployee\r\nTwice.",
    language: "en-GB",
    picture: smallPicture,
  });
  const { outcome, status } = await publisher.create(access, request);
  const [shown, ...more] = await publicPosts();
  expect(more).toEqual([]);
  expect(status).toBe(200);
  expect(outcome).toEqual({ kind: "published", externalId: shown?.id, url: shown?.permalink });
  expect(shown).toMatchObject({
    text: "Rain runs a factory. 👋 #AcmeEmployee\nTwice. https://go.acme.example/s/4fGhA1B2c3D4",
    images: [{ alt: "Rain on a roof" }],
  });
  expect(JSON.parse(request.body)).toMatchObject({ visibility: "public", language: "en" });
});

test("two that send one request at the same time make one post", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  await simulator.settings({ mastodon: { createMs: 50 } });
  const request = await prepared(publisher, access);
  const answers = await Promise.all([publisher.create(access, request), publisher.create(access, request)]);
  const [shown, ...more] = await publicPosts();
  expect(more).toEqual([]);
  for (const { outcome } of answers) expect(outcome).toMatchObject({ externalId: shown?.id });
});

test("a server that is still busy with the first says nothing of what came of it", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  await simulator.settings({ mastodon: { createMs: 100, lock: "503" } });
  const request = await prepared(publisher, access);
  const answers = await Promise.all([publisher.create(access, request), publisher.create(access, request)]);
  const outcomes = answers.map(({ outcome }) => outcome);
  expect(outcomes).toContainEqual({ kind: "unknown", because: "server_error" });
  expect(await publicPosts()).toHaveLength(1);
});

test("a post without a readable id is published all the same", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const request = await prepared(publisher, access);
  await simulator.script({
    match: { method: "POST", path: "/api/v1/statuses" },
    effect: { kind: "status", status: 200, body: { ok: true }, processed: true },
  });
  expect((await publisher.create(access, request)).outcome).toEqual({ kind: "published_id_unknown" });
});

test.each([
  { name: "the token was revoked", change: { revoke: true }, reason: "revoked" },
  { name: "the login is disabled", change: { suspended: true }, reason: "revoked" },
  { name: "the scope is gone", change: { remove_scope: "write:statuses" }, reason: "scope" },
])("when $name, the member has to reconnect, and nothing is posted", async ({ change, reason }) => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const request = await prepared(publisher, access);
  await simulator.account({ provider: "mastodon", id: "alice", ...change });
  const { outcome } = await publisher.create(access, request);
  expect(outcome).toEqual({ kind: "needs_reconnect", reason });
  expect(await publicPosts()).toEqual([]);
});

test("a limit says when to come back, in the server's own way of writing times", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const request = await prepared(publisher, access);
  await simulator.settings({ mastodon: { requestsPer5Minutes: 0 } });
  const { outcome } = await publisher.create(access, request);
  const at = outcome.kind === "retry_after" ? outcome.at.getTime() - start.getTime() : 0;
  expect(at).toBeGreaterThan(0);
  expect(at).toBeLessThanOrEqual(5 * minute + 10_000);
});

test.each([
  { error: "Validation failed: Text character limit of 500 exceeded", reason: "too_long" },
  { error: "Validation failed: Media attachments 1 cannot be found", reason: "media" },
  { error: "Validation failed: Text can't be blank", reason: "content" },
])("$error is a rejection for the reason $reason", async ({ error, reason }) => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const request = await prepared(publisher, access);
  await simulator.script({
    match: { method: "POST", path: "/api/v1/statuses" },
    effect: { kind: "status", status: 422, body: { error } },
  });
  const { outcome, detail } = await publisher.create(access, request);
  expect(outcome).toEqual({ kind: "rejected", reason });
  expect(detail).toContain(error);
});

test("what the member's own server allows decides how long a post may be", async () => {
  const words = "a".repeat(700);
  const { access } = await connectAs(simulator, mastodonAdapter);
  expect(await publisher.prepare(access, { ...frozenPost, text: words }, null)).toEqual({
    kind: "rejected",
    reason: "too_long",
  });
  await simulator.settings({ mastodon: { maxCharacters: 1000 } });
  const { access: wider } = await connectAs(simulator, mastodonAdapter);
  const { outcome } = await publisher.create(wider, await prepared(publisher, wider, { text: words }));
  expect(outcome.kind).toBe("published");
});

test("as much as fits beside our link is taken by Mastodon too", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const mention = "@bob@a-very-long-name.example";
  const rest = 500 - "@bob ".length - " ".length - 23;
  const frozen = { ...frozenPost, text: `${mention} ${"👨‍👩‍👧‍👦".repeat(rest)}` };
  const { outcome } = await publisher.create(access, await prepared(publisher, access, frozen));
  expect(outcome.kind).toBe("published");
  expect((await publisher.prepare(access, { ...frozen, text: `${frozen.text}!` }, null)).kind).toBe(
    "rejected",
  );
});

test("a firewall before the server ends no consent: the post is put off", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  const request = await prepared(publisher, access);
  const effect = { kind: "status", status: 403, body: "<html>Forbidden</html>" } as const;
  await simulator.script({ match: { method: "POST", path: "/api/v1/statuses" }, effect });
  const { outcome } = await publisher.create(access, request);
  expect(outcome.kind).toBe("retry_after");
});
