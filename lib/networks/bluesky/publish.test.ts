import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { minute } from "#lib/test/networks/clock.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import { frozenPost, prepared, smallPicture } from "#lib/test/networks/frozen-post.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { start, stopClock, stoppedNow } from "#lib/test/networks/stopped-clock.ts";
import { blueskyAdapter } from "./adapter.ts";

const { publisher } = blueskyAdapter;
const simulator = await startSimulator({ now: stoppedNow });

beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  stopClock();
  await simulator.reset();
});
afterAll(() => simulator.close());

const publicPosts = () => simulator.posts("bluesky");

test("a post has its words, our link, its mentions and hashtags, and a card with its picture", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const text = "Rain runs a factory. 👋 @bob.test #AcmeEmployee";
  const request = await prepared(publisher, access, { text, picture: smallPicture });
  const { outcome } = await publisher.create(access, request);
  const [shown, ...more] = await publicPosts();
  expect(more).toEqual([]);
  expect(outcome).toEqual({ kind: "published", externalId: shown?.id, url: shown?.permalink });
  expect(request.key).toMatch(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
  expect(shown).toMatchObject({
    text: "Rain runs a factory. 👋 @bob.test #AcmeEmployee go.acme.example/s/4fGhA1B2c3D4",
    segments: [
      { text: "Rain runs a factory. 👋 " },
      { text: "@bob.test", mention: expect.stringMatching(/^did:plc:/) },
      { text: " " },
      { text: "#AcmeEmployee", tag: "AcmeEmployee" },
      { text: " " },
      { text: "go.acme.example/s/4fGhA1B2c3D4", link: "https://go.acme.example/s/4fGhA1B2c3D4" },
    ],
    card: {
      title: "A factory that runs on rain",
      description: "Water in, chips out.",
      image: expect.any(String),
    },
  });
});

test("a mention of nobody stays plain text", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  await publisher.create(access, await prepared(publisher, access, { text: "Hi @nobody.test" }));
  const [shown] = await publicPosts();
  expect(shown?.segments?.[0]).toEqual({ text: "Hi @nobody.test " });
});

test("the same request again makes no second post and says so", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const request = await prepared(publisher, access);
  const first = await publisher.create(access, request);
  const second = await publisher.create(access, request);
  expect(second.outcome).toEqual({ ...first.outcome, kind: "published_adopted" });
  expect(await publicPosts()).toHaveLength(1);
});

test("two that send one request at the same time make one post", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const request = await prepared(publisher, access);
  const answers = await Promise.all([publisher.create(access, request), publisher.create(access, request)]);
  expect(answers.map(({ outcome }) => outcome.kind).sort()).toEqual(["published", "published_adopted"]);
  expect(await publicPosts()).toHaveLength(1);
});

test.each([
  { name: "the session is over", change: { expire: true }, reason: "expired" },
  { name: "the app password was withdrawn", change: { revoke: true }, reason: "revoked" },
  { name: "the account is suspended", change: { suspended: true }, reason: "revoked" },
])("when $name, the member has to reconnect, and nothing is posted", async ({ change, reason }) => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const request = await prepared(publisher, access);
  await simulator.account({ provider: "bluesky", id: "alice", ...change });
  const answer = await publisher.create(access, request);
  expect(answer).toMatchObject({ outcome: { kind: "needs_reconnect", reason }, status: expect.any(Number) });
  expect(answer.detail).not.toContain(access.accessToken);
  expect(await publicPosts()).toEqual([]);
});

test("a limit says when to come back", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const request = await prepared(publisher, access);
  await simulator.settings({ bluesky: { pointsPerHour: 0 } });
  const { outcome } = await publisher.create(access, request);
  const at = outcome.kind === "retry_after" ? outcome.at.getTime() - start.getTime() : 0;
  expect(at).toBeGreaterThan(minute);
  expect(at).toBeLessThanOrEqual(60 * minute + 10_000);
});

test("a server that cannot be reached has surely posted nothing", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const request = await prepared(publisher, access);
  const { outcome } = await publisher.create({ ...access, origin: "https://127.0.0.1" }, request);
  expect(outcome).toMatchObject({ kind: "retry_after" });
});

test.each([
  { name: "301 letters", text: "a".repeat(301), reason: "too_long" },
  { name: "300 letters and our link", text: "a".repeat(300), reason: "too_long" },
  { name: "more than 3,000 bytes", text: "👨‍👩‍👧‍👦".repeat(125), reason: "too_long" },
])("$name are refused before anything is sent", async ({ text, reason }) => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  expect(await publisher.prepare(access, { ...frozenPost, text }, null)).toEqual({
    kind: "rejected",
    reason,
  });
});

test("as much as fits beside our link is taken by Bluesky too", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const text = "é".repeat(300 - " go.acme.example/s/4fGhA1B2c3D4".length);
  const { outcome } = await publisher.create(access, await prepared(publisher, access, { text }));
  expect(outcome.kind).toBe("published");
});

test("a firewall before the server ends no consent: the post is put off", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const request = await prepared(publisher, access);
  const effect = { kind: "status", status: 403, body: "<html>Forbidden</html>" } as const;
  await simulator.script({ match: { method: "POST", path: "/xrpc/com.atproto.repo." }, effect });
  const { outcome } = await publisher.create(access, request);
  expect(outcome.kind).toBe("retry_after");
});
