import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { type Simulator, startSimulator } from "#lib/test/networks/simulator.ts";
import type { Access, CreateRequest, FrozenPost, Picture } from "../adapter.ts";
import { blueskyAdapter } from "./adapter.ts";
import { signIn } from "./session.ts";

const { publisher, measurer, refresh, revoke } = blueskyAdapter;
const password = "abcd-efgh-ijkl-mnop";
const minute = 60_000;
const start = new Date("2026-11-25T09:00:00Z");

let simulator: Simulator;

beforeAll(async () => {
  simulator = await startSimulator({ now: () => clock.now().getTime() });
  env.NETWORK_SIMULATOR = simulator.origin;
});
beforeEach(async () => {
  setClock(0);
  await simulator.reset();
});
afterAll(() => simulator.close());

const setClock = (afterMs: number) =>
  vi.spyOn(clock, "now").mockReturnValue(new Date(start.getTime() + afterMs));

async function connect(handle = "alice.test") {
  const outcome = await signIn(simulator.origin, handle, password);
  if (outcome.kind !== "connected") throw new Error(`not connected: ${outcome.kind}`);
  const access: Access = { ...outcome.account, ...outcome.tokens };
  return { access, ...outcome };
}

const post = (change: Partial<FrozenPost> = {}): FrozenPost => ({
  text: "Rain runs a factory. 👋 @bob.test #AcmeEmployee",
  url: "https://go.acme.test/s/a1B2c3D4e5F",
  card: { title: "A factory\nthat runs on rain", description: "How it works" },
  image: null,
  language: "en-GB",
  createdAt: start.toISOString(),
  ...change,
});

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const picture = (bytes = png): Picture => ({ bytes, contentType: "image/png", alt: "Rain" });

async function prepare(
  access: Access,
  frozen = post(),
  image: Picture | null = null,
): Promise<CreateRequest> {
  const outcome = await publisher.prepare(access, frozen, image);
  if (outcome.kind !== "ready") throw new Error(`not ready: ${outcome.kind}`);
  return outcome.request;
}

const resolve = (access: Access, request: CreateRequest) =>
  publisher.resolve(access, { request, post: post(), sentAt: start });

const publicPosts = () => simulator.posts("bluesky");
const creates = async () =>
  (await simulator.requests("bluesky")).filter(({ path }) => path.includes("putRecord"));

test("a member connects with their handle and an app password, and only the session is left of it", async () => {
  const { account, tokens } = await connect(" @Alice.test\u202C ");
  expect(account).toMatchObject({
    origin: simulator.origin,
    subject: expect.stringMatching(/^did:plc:/),
    handle: "alice.test",
    displayName: "Alice Ashby",
    profileUrl: `${simulator.origin}/profile/${account.subject}`,
  });
  expect(tokens).toMatchObject({
    expiresAt: new Date(start.getTime() + 120 * minute),
    refreshExpiresAt: new Date(start.getTime() + 90 * 24 * 60 * minute),
  });
  expect(JSON.stringify({ account, tokens })).not.toContain(password);
});

test.each([
  { name: "no handle", identifier: "alice", secret: password, said: "like you.bsky.social" },
  { name: "an e-mail address", identifier: "alice@acme.test", secret: password, said: "in full" },
  { name: "their own password", identifier: "alice.test", secret: "Rain4ever", said: "Never give your own" },
  {
    name: "the wrong app password",
    identifier: "alice.test",
    secret: "aaaa-bbbb-cccc-dddd",
    said: "Copy both",
  },
  { name: "nobody's handle", identifier: "nobody.test", secret: password, said: "Nobody there" },
])("who types $name is told what to do", async ({ identifier, secret, said }) => {
  expect(await signIn(simulator.origin, identifier, secret)).toMatchObject({
    kind: "refused",
    sentence: expect.stringContaining(said),
  });
});

test("who is asked for a code is told that app passwords need none", async () => {
  await simulator.account({ provider: "bluesky", id: "alice", needs_auth_factor: true });
  expect(await signIn(simulator.origin, "alice.test", password)).toMatchObject({
    sentence: expect.stringContaining("code by e-mail"),
  });
});

test("a password that is no app password is not even sent", async () => {
  await signIn(simulator.origin, "alice.test", "Rain4ever");
  expect(await simulator.requests("bluesky")).toEqual([]);
});

test("a server that fails while somebody connects has refused nobody", async () => {
  await simulator.script({
    match: { path: "/xrpc/com.atproto.server.createSession" },
    effect: { kind: "html_502" },
  });
  expect(await signIn(simulator.origin, "alice.test", password)).toEqual({ kind: "try_later" });
});

test("a post has its words, our link, its mentions and hashtags, and a card with its picture", async () => {
  const { access } = await connect();
  const request = await prepare(access, post(), picture());
  const { outcome } = await publisher.create(access, request);
  const [shown, ...more] = await publicPosts();
  expect(more).toEqual([]);
  expect(outcome).toEqual({ kind: "published", externalId: shown?.id, url: shown?.permalink });
  expect(request.key).toMatch(/^[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}$/);
  expect(shown).toMatchObject({
    text: "Rain runs a factory. 👋 @bob.test #AcmeEmployee go.acme.test/s/a1B2c3D4e5F",
    segments: [
      { text: "Rain runs a factory. 👋 " },
      { text: "@bob.test", mention: expect.stringMatching(/^did:plc:/) },
      { text: " " },
      { text: "#AcmeEmployee", tag: "AcmeEmployee" },
      { text: " " },
      { text: "go.acme.test/s/a1B2c3D4e5F", link: "https://go.acme.test/s/a1B2c3D4e5F" },
    ],
    card: { title: "A factory that runs on rain", description: "How it works", image: expect.any(String) },
  });
});

test("a mention of nobody stays plain text", async () => {
  const { access } = await connect();
  await publisher.create(access, await prepare(access, post({ text: "Hi @nobody.test" })));
  const [shown] = await publicPosts();
  expect(shown?.segments?.[0]).toEqual({ text: "Hi @nobody.test " });
});

test("the same request again makes no second post and says so", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  const first = await publisher.create(access, request);
  const second = await publisher.create(access, request);
  expect(second.outcome).toEqual({ ...first.outcome, kind: "published_adopted" });
  expect(await publicPosts()).toHaveLength(1);
});

test("two that send one request at the same time make one post", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  const answers = await Promise.all([publisher.create(access, request), publisher.create(access, request)]);
  expect(answers.map(({ outcome }) => outcome.kind).sort()).toEqual(["published", "published_adopted"]);
  expect(await publicPosts()).toHaveLength(1);
});

test.each([
  {
    name: "dropped after the post was made",
    effect: { kind: "drop_after" },
    because: "no_answer",
    was: true,
  },
  {
    name: "dropped before anything was done",
    effect: { kind: "drop_before" },
    because: "no_answer",
    was: false,
  },
  { name: "a gateway's page", effect: { kind: "html_502" }, because: "server_error", was: false },
  {
    name: "a gateway's page after the post was made",
    effect: { kind: "html_502", processed: true },
    because: "server_error",
    was: true,
  },
  { name: "half an answer", effect: { kind: "truncate_body" }, because: "unreadable", was: true },
  {
    name: "a page with a 200",
    effect: { kind: "status", status: 200, body: "<html>", processed: true },
    because: "unreadable",
    was: true,
  },
  { name: "a 204", effect: { kind: "status", status: 204 }, because: "unreadable", was: false },
] as const)(
  "$name leaves the post unknown, and asking finds or makes exactly one",
  async ({ effect, because, was }) => {
    const { access } = await connect();
    const request = await prepare(access);
    await simulator.script({ match: { path: "/xrpc/com.atproto.repo.putRecord" }, effect });
    expect((await publisher.create(access, request)).outcome).toEqual({ kind: "unknown", because });
    expect(await publicPosts()).toHaveLength(was ? 1 : 0);
    const resolved = await resolve(access, request);
    const [shown, ...more] = await publicPosts();
    expect(more).toEqual([]);
    expect(resolved.outcome).toEqual({
      kind: was ? "published_adopted" : "published",
      externalId: shown?.id,
      url: shown?.permalink,
    });
    expect(await creates()).toHaveLength(was ? 1 : 2);
  },
);

test("a request that arrives after it was asked for makes no second post", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  await resolve(access, request);
  await publisher.create(access, request);
  expect(await publicPosts()).toHaveLength(1);
});

test("after an hour, what is not there is not posted late", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  setClock(60 * minute);
  expect(await resolve(access, request)).toEqual({ outcome: { kind: "not_posted" } });
  expect(await creates()).toEqual([]);
});

test("a server that cannot be asked leaves the post unknown", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  await simulator.script({
    match: { path: "/xrpc/com.atproto.repo.getRecord" },
    effect: { kind: "html_502" },
  });
  expect((await resolve(access, request)).outcome).toEqual({ kind: "unknown", because: "server_error" });
  expect(await creates()).toEqual([]);
});

test("a post whose picture was deleted meanwhile was not posted", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  const lost = { $type: "blob", ref: { $link: "bafkreilost" }, mimeType: "image/png", size: 1 };
  const sent = JSON.parse(request.body);
  sent.record.embed.external.thumb = lost;
  const body = JSON.stringify(sent);
  expect((await publisher.create(access, { ...request, body })).outcome).toEqual({
    kind: "rejected",
    reason: "media",
  });
  expect(await resolve(access, { ...request, body })).toEqual({ outcome: { kind: "not_posted" } });
});

test.each([
  { name: "the session is over", change: { expire: true }, reason: "expired" },
  { name: "the app password was withdrawn", change: { revoke: true }, reason: "revoked" },
  { name: "the account is suspended", change: { suspended: true }, reason: "revoked" },
])("when $name, the member has to reconnect, and nothing is posted", async ({ change, reason }) => {
  const { access } = await connect();
  const request = await prepare(access);
  await simulator.account({ provider: "bluesky", id: "alice", ...change });
  const answer = await publisher.create(access, request);
  expect(answer).toMatchObject({ outcome: { kind: "needs_reconnect", reason }, status: expect.any(Number) });
  expect(answer.detail).not.toContain(access.accessToken);
  expect(await publicPosts()).toEqual([]);
});

test("a limit says when to come back", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  await simulator.settings({ bluesky: { pointsPerHour: 0 } });
  const { outcome } = await publisher.create(access, request);
  const at = outcome.kind === "retry_after" ? outcome.at.getTime() - start.getTime() : 0;
  expect(at).toBeGreaterThan(minute);
  expect(at).toBeLessThanOrEqual(60 * minute + 10_000);
});

test("a server that cannot be reached has surely posted nothing", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  const { outcome } = await publisher.create({ ...access, origin: "https://127.0.0.1" }, request);
  expect(outcome).toMatchObject({ kind: "retry_after" });
});

test.each([
  { name: "301 letters", text: "a".repeat(301), reason: "too_long" },
  { name: "300 letters and our link", text: "a".repeat(300), reason: "too_long" },
  { name: "more than 3,000 bytes", text: "👨‍👩‍👧‍👦".repeat(125), reason: "too_long" },
])("$name are refused before anything is sent", async ({ text, reason }) => {
  const { access } = await connect();
  expect(await publisher.prepare(access, post({ text }), null)).toEqual({ kind: "rejected", reason });
});

test("as much as fits beside our link is taken by Bluesky too", async () => {
  const { access } = await connect();
  const text = "é".repeat(300 - " go.acme.test/s/a1B2c3D4e5F".length);
  const { outcome } = await publisher.create(access, await prepare(access, post({ text })));
  expect(outcome.kind).toBe("published");
});

test.each([
  { name: "fails", effect: { kind: "html_502" }, outcome: "retry_after" },
  { name: "drops the line", effect: { kind: "drop_after" }, outcome: "retry_after" },
  {
    name: "refuses it",
    effect: { kind: "status", status: 400, body: { error: "InvalidMimeType" } },
    outcome: "rejected",
  },
] as const)(
  "nothing is posted when the upload of the picture $name, and it can be repeated",
  async ({ effect, outcome }) => {
    const { access } = await connect();
    await simulator.script({ match: { path: "/xrpc/com.atproto.repo.uploadBlob" }, effect });
    expect(await publisher.prepare(access, post(), picture())).toMatchObject({ kind: outcome });
    expect(await creates()).toEqual([]);
    await prepare(access, post(), picture());
  },
);

test("a picture over a million bytes is refused before it is sent", async () => {
  const { access } = await connect();
  const big = picture(Buffer.alloc(1_000_001));
  expect(await publisher.prepare(access, post(), big)).toEqual({ kind: "rejected", reason: "media" });
});

test("figures are null where Bluesky says none, zero where it counted none, and missing where there is no post", async () => {
  const { access } = await connect();
  const uris: string[] = [];
  for (const text of ["one", "two"]) {
    const { outcome } = await publisher.create(access, await prepare(access, post({ text })));
    if (outcome.kind === "published") uris.push(outcome.externalId);
  }
  const [one = "", two = ""] = uris;
  await simulator.post({ provider: "bluesky", id: one, likes: 3, comments: null, reposts: 2 });
  const gone = one.replace(/.$/, "z");
  setClock(60 * minute);
  const asked = [one, two, gone].map((externalId) => ({ externalId, publishedAt: start }));
  expect(await measurer.measure(access, asked)).toEqual({
    kind: "measured",
    posts: new Map<string, unknown>([
      [one, { impressions: null, reactions: 3, comments: null, reposts: 2 }],
      [two, { impressions: null, reactions: 0, comments: 0, reposts: 0 }],
      [gone, "missing"],
    ]),
  });
});

test("a post that is not shown yet is not missing", async () => {
  const { access } = await connect();
  await simulator.settings({ bluesky: { indexingMs: minute } });
  const { outcome } = await publisher.create(access, await prepare(access));
  const externalId = outcome.kind === "published" ? outcome.externalId : "";
  expect(await measurer.measure(access, [{ externalId, publishedAt: start }])).toEqual({
    kind: "measured",
    posts: new Map(),
  });
});

test("a feed that fails has said nothing of any post", async () => {
  const { access } = await connect();
  const asked = [{ externalId: "at://did:plc:a/app.bsky.feed.post/3lxyzabcdef2g", publishedAt: start }];
  await simulator.script({
    match: { path: "/xrpc/app.bsky.feed.getPosts" },
    effect: { kind: "truncate_body" },
  });
  expect(await measurer.measure(access, asked)).toEqual({ kind: "try_later" });
  await simulator.script({
    match: { path: "/xrpc/app.bsky.feed.getPosts" },
    effect: { kind: "status", status: 429, headers: { "retry-after": "60" } },
  });
  expect(await measurer.measure(access, asked)).toMatchObject({ kind: "retry_after" });
});

test("followers are counted, or not said", async () => {
  const { access } = await connect();
  await simulator.account({ provider: "bluesky", id: "alice", followers: 0 });
  expect(await measurer.countFollowers(access)).toBe(0);
  await simulator.account({ provider: "bluesky", id: "alice", followers: null });
  expect(await measurer.countFollowers(access)).toBeNull();
});

test("a session is renewed, and its old token leads to the same pair for two hours", async () => {
  const { access, tokens } = await connect();
  const old = { ...access, refreshToken: tokens.refreshToken };
  setClock(119 * minute);
  const [first, second] = await Promise.all([refresh?.(old), refresh?.(old)]);
  expect(first).toMatchObject({ kind: "refreshed", tokens: { accessToken: expect.any(String) } });
  expect(second).toEqual(first);
  setClock(240 * minute);
  expect(await refresh?.(old)).toMatchObject({ kind: "needs_reconnect" });
});

test.each([
  { name: "the server fails", effect: { kind: "html_502" } },
  { name: "the answer is lost", effect: { kind: "drop_after" } },
] as const)("nobody is disconnected when $name at the renewal", async ({ effect }) => {
  const { access, tokens } = await connect();
  const old = { ...access, refreshToken: tokens.refreshToken };
  await simulator.script({ match: { path: "/xrpc/com.atproto.server.refreshSession" }, effect });
  expect(await refresh?.(old)).toEqual({ kind: "try_later" });
  expect(await refresh?.(old)).toMatchObject({ kind: "refreshed" });
});

test("a session that was ended cannot be renewed", async () => {
  const { access, tokens } = await connect();
  const old = { ...access, refreshToken: tokens.refreshToken };
  await revoke?.(old, null);
  expect(await refresh?.(old)).toEqual({ kind: "needs_reconnect", reason: "revoked" });
});
