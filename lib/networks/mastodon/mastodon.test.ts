import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { type Simulator, startSimulator } from "#lib/test/networks/simulator.ts";
import type {
  Access,
  AppCredentials,
  ConnectOutcome,
  CreateRequest,
  FrozenPost,
  Picture,
} from "../adapter.ts";
import { mastodonAdapter } from "./adapter.ts";
import { mastodonConnector } from "./registration.ts";

const { publisher, measurer, revoke } = mastodonAdapter;
const redirectUri = "http://herald.test/connect/mastodon/callback";
const codeVerifier = "a".repeat(64);
const codeChallenge = createHash("sha256").update(codeVerifier).digest("base64url");
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

async function register(): Promise<AppCredentials> {
  const app = await mastodonConnector.registerApp?.(simulator.origin, redirectUri);
  if (!app || "kind" in app) throw new Error("not registered");
  return app;
}

async function visit(app: AppCredentials): Promise<URL> {
  const { origin } = simulator;
  const request = { app, origin, state: "s1", codeChallenge, redirectUri };
  const response = await fetch(await mastodonConnector.consentAddress(request), { redirect: "manual" });
  return new URL(response.headers.get("location") ?? "");
}

const finish = (app: AppCredentials, code: string, verifier = codeVerifier): Promise<ConnectOutcome> =>
  mastodonConnector.finish({ app, origin: simulator.origin, code, codeVerifier: verifier, redirectUri });

async function connect(account = "alice") {
  const app = await register();
  await simulator.consent({ provider: "mastodon", account, decision: "approve" });
  const outcome = await finish(app, (await visit(app)).searchParams.get("code") ?? "");
  if (outcome.kind !== "connected") throw new Error(`not connected: ${outcome.kind}`);
  const access: Access = { ...outcome.account, ...outcome.tokens };
  return { app, access, ...outcome };
}

const post = (change: Partial<FrozenPost> = {}): FrozenPost => ({
  text: "Rain runs a factory. 👋 #AcmeEmployee\r\nTwice.",
  url: "https://go.acme.test/s/a1B2c3D4e5F",
  card: { title: "A factory that runs on rain", description: "How it works" },
  image: null,
  language: "en-GB",
  createdAt: start.toISOString(),
  ...change,
});

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const picture: Picture = { bytes: png, contentType: "image/png", alt: "Rain on a roof" };

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

const publicPosts = () => simulator.posts("mastodon");
const creates = async () =>
  (await simulator.requests("mastodon")).filter(
    ({ method, path }) => method === "POST" && path === "/api/v1/statuses",
  );

test("a member connects on their own server's page, and Herald learns who they are and what the server allows", async () => {
  const { account, tokens } = await connect();
  const host = new URL(simulator.origin).host;
  expect(account).toEqual({
    origin: simulator.origin,
    subject: expect.stringMatching(/^\d+$/),
    handle: `alice@${host}`,
    displayName: "Alice Ashby",
    profileUrl: `${simulator.origin}/@alice`,
    limits: { maxCharacters: 500, charactersPerUrl: 23, maxImages: 4, imageBytes: 16_777_216 },
  });
  expect(tokens).toMatchObject({ expiresAt: null, refreshToken: null, refreshExpiresAt: null });
  expect(tokens.grantedScopes).toEqual(["profile", "read:statuses", "write:statuses", "write:media"]);
});

test("a server before 4.3 is asked without PKCE, and for the scope that it has", async () => {
  await simulator.settings({ mastodon: { version: "4.2.10" } });
  const app = await register();
  expect(app.scopes).toBe("read:accounts read:statuses write:statuses write:media");
  const request = { app, origin: simulator.origin, state: "s1", codeChallenge, redirectUri };
  expect(await mastodonConnector.consentAddress(request)).not.toContain("code_challenge");
  expect((await connect()).account.displayName).toBe("Alice Ashby");
});

test("a newer server is shown a challenge, and takes no code without its answer", async () => {
  const app = await register();
  await simulator.consent({ provider: "mastodon", decision: "approve" });
  const code = (await visit(app)).searchParams.get("code") ?? "";
  expect(await finish(app, code, "b".repeat(64))).toEqual({ kind: "start_again" });
});

test("who says no is told apart from an app that is wrong", async () => {
  const app = await register();
  await simulator.consent({ provider: "mastodon", decision: "deny_consent" });
  const denied = await visit(app);
  expect(mastodonConnector.readError(denied.searchParams.get("error") ?? "")).toBe("denied");
  const wrong = await visit({ ...app, scopes: "profile write:lists" });
  expect(mastodonConnector.readError(wrong.searchParams.get("error") ?? "")).toBe("app");
});

test("a code is good once", async () => {
  const app = await register();
  await simulator.consent({ provider: "mastodon", decision: "approve" });
  const code = (await visit(app)).searchParams.get("code") ?? "";
  expect((await finish(app, code)).kind).toBe("connected");
  expect(await finish(app, code)).toEqual({ kind: "start_again" });
});

test("a server that forgot Herald says so of Herald, not of the member", async () => {
  const app = { ...(await register()), clientSecret: "forgotten" };
  expect(await finish(app, "code")).toMatchObject({ kind: "app_blocked", reason: "credentials" });
});

test.each([
  { name: "discovery", path: "/.well-known/oauth-authorization-server" },
  { name: "the registration", path: "/api/v1/apps" },
])("a server that fails at $name is tried later", async ({ path }) => {
  await simulator.script({ match: { path }, effect: { kind: "html_502" } });
  expect(await mastodonConnector.registerApp?.(simulator.origin, redirectUri)).toEqual({ kind: "try_later" });
});

test("a server that does not say what it allows is no obstacle", async () => {
  const app = await register();
  await simulator.consent({ provider: "mastodon", decision: "approve" });
  const code = (await visit(app)).searchParams.get("code") ?? "";
  await simulator.script({ match: { path: "/api/v2/instance" }, effect: { kind: "html_502" } });
  expect(await finish(app, code)).toMatchObject({ kind: "connected", account: { limits: null } });
});

test("a post has the words, our link and the picture with its description", async () => {
  const { access } = await connect();
  const request = await prepare(access, post(), picture);
  const { outcome, status } = await publisher.create(access, request);
  const [shown, ...more] = await publicPosts();
  expect(more).toEqual([]);
  expect(status).toBe(200);
  expect(outcome).toEqual({ kind: "published", externalId: shown?.id, url: shown?.permalink });
  expect(shown).toMatchObject({
    text: "Rain runs a factory. 👋 #AcmeEmployee\nTwice. https://go.acme.test/s/a1B2c3D4e5F",
    images: [{ alt: "Rain on a roof" }],
  });
  expect(JSON.parse(request.body)).toMatchObject({ visibility: "public", language: "en" });
});

test("two that send one request at the same time make one post", async () => {
  const { access } = await connect();
  await simulator.settings({ mastodon: { createMs: 50 } });
  const request = await prepare(access);
  const answers = await Promise.all([publisher.create(access, request), publisher.create(access, request)]);
  const [shown, ...more] = await publicPosts();
  expect(more).toEqual([]);
  for (const { outcome } of answers) expect(outcome).toMatchObject({ externalId: shown?.id });
});

test("a server that is still busy with the first says nothing of what came of it", async () => {
  const { access } = await connect();
  await simulator.settings({ mastodon: { createMs: 100, lock: "503" } });
  const request = await prepare(access);
  const answers = await Promise.all([publisher.create(access, request), publisher.create(access, request)]);
  const outcomes = answers.map(({ outcome }) => outcome);
  expect(outcomes).toContainEqual({ kind: "unknown", because: "server_error" });
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
    name: "a page with a 201",
    effect: { kind: "status", status: 201, body: "<html>", processed: true },
    because: "unreadable",
    was: true,
  },
  { name: "a 204", effect: { kind: "status", status: 204 }, because: "unreadable", was: false },
  { name: "a redirect", effect: { kind: "status", status: 302 }, because: "unreadable", was: false },
] as const)(
  "$name leaves the post unknown, and asking finds or makes exactly one",
  async ({ effect, because, was }) => {
    const { access } = await connect();
    const request = await prepare(access);
    await simulator.script({ match: { method: "POST", path: "/api/v1/statuses" }, effect });
    expect((await publisher.create(access, request)).outcome).toEqual({ kind: "unknown", because });
    expect(await publicPosts()).toHaveLength(was ? 1 : 0);
    setClock(50 * minute);
    const resolved = await resolve(access, request);
    const [shown, ...more] = await publicPosts();
    expect(more).toEqual([]);
    expect(resolved.outcome).toEqual({
      kind: was ? "published_adopted" : "published",
      externalId: shown?.id,
      url: shown?.permalink,
    });
    const sent = await creates();
    expect(sent).toHaveLength(was ? 1 : 2);
    expect(new Set(sent.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  },
);

test("a server that does not list the post yet is sent the same key, which leads to the first one", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  await publisher.create(access, request);
  await simulator.script({ match: { path: "/api/v1/accounts/" }, effect: { kind: "html_502" } });
  const [shown] = await publicPosts();
  expect((await resolve(access, request)).outcome).toEqual({
    kind: "published_adopted",
    externalId: shown?.id,
    url: shown?.permalink,
  });
  expect(await publicPosts()).toHaveLength(1);
});

test("a request that arrives after it was asked for makes no second post", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  await resolve(access, request);
  await publisher.create(access, request);
  expect(await publicPosts()).toHaveLength(1);
});

test("after an hour the server does not know the key any more: the post is found, or is not there", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  const others = await Promise.all(
    ["one", "two"].map((text) => prepare(access, post({ text, url: `https://go.acme.test/s/${text}` }))),
  );
  for (const other of others) await publisher.create(access, other);
  setClock(60 * minute);
  expect(await resolve(access, request)).toEqual({ outcome: { kind: "not_posted" } });
  expect(await creates()).toHaveLength(2);
  await publisher.create(access, request);
  expect((await resolve(access, request)).outcome.kind).toBe("published_adopted");
});

test("what a busy account's newest posts do not show stays unknown after an hour", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  for (let number = 0; number < 40; number++) {
    const other = post({ text: `${number}`, url: "https://go.acme.test/s/other" });
    await publisher.create(access, await prepare(access, other));
  }
  setClock(60 * minute);
  expect((await resolve(access, request)).outcome).toEqual({ kind: "unknown", because: "no_answer" });
  expect(await creates()).toHaveLength(40);
});

test("after an hour a server that does not answer leaves the post unknown, and nothing is sent", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  setClock(60 * minute);
  await simulator.script({ match: { path: "/api/v1/accounts/" }, effect: { kind: "drop_after" } });
  expect((await resolve(access, request)).outcome).toEqual({ kind: "unknown", because: "no_answer" });
  expect(await creates()).toEqual([]);
});

test("who may not be asked any more has learnt nothing", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  await simulator.account({ provider: "mastodon", id: "alice", revoke: true });
  expect((await resolve(access, request)).outcome).toEqual({ kind: "needs_reconnect", reason: "revoked" });
  expect(await creates()).toEqual([]);
});

test("a refusal of the repetition does not prove what became of the first", async () => {
  const { access } = await connect();
  const request = await prepare(access);
  await simulator.script({
    match: { method: "POST", path: "/api/v1/statuses" },
    effect: { kind: "status", status: 422, body: { error: "Validation failed: no" } },
  });
  expect((await resolve(access, request)).outcome).toEqual({ kind: "unknown", because: "unreadable" });
});

test("a post without a readable id is published all the same", async () => {
  const { access } = await connect();
  const request = await prepare(access);
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
  const { access } = await connect();
  const request = await prepare(access);
  await simulator.account({ provider: "mastodon", id: "alice", ...change });
  const { outcome } = await publisher.create(access, request);
  expect(outcome).toEqual({ kind: "needs_reconnect", reason });
  expect(await publicPosts()).toEqual([]);
});

test("a limit says when to come back, in the server's own way of writing times", async () => {
  const { access } = await connect();
  const request = await prepare(access);
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
  const { access } = await connect();
  const request = await prepare(access);
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
  const { access } = await connect();
  expect(await publisher.prepare(access, post({ text: words }), null)).toEqual({
    kind: "rejected",
    reason: "too_long",
  });
  await simulator.settings({ mastodon: { maxCharacters: 1000 } });
  const { access: wider } = await connect();
  const { outcome } = await publisher.create(wider, await prepare(wider, post({ text: words })));
  expect(outcome.kind).toBe("published");
});

test("as much as fits beside our link is taken by Mastodon too", async () => {
  const { access } = await connect();
  const mention = "@bob@a-very-long-name.example";
  const rest = 500 - "@bob ".length - " ".length - 23;
  const frozen = post({ text: `${mention} ${"👨‍👩‍👧‍👦".repeat(rest)}` });
  const { outcome } = await publisher.create(access, await prepare(access, frozen));
  expect(outcome.kind).toBe("published");
  expect((await publisher.prepare(access, { ...frozen, text: `${frozen.text}!` }, null)).kind).toBe(
    "rejected",
  );
});

test("a picture that is worked on for a moment is waited for", async () => {
  const { access } = await connect();
  await simulator.settings({ mastodon: { mediaProcessingMs: 1_000 } });
  setTimeout(() => setClock(2_000), 400);
  await publisher.create(access, await prepare(access, post(), picture));
  expect((await publicPosts())[0]?.images).toHaveLength(1);
});

test.each([
  { name: "fails", effect: { kind: "html_502" }, outcome: { kind: "retry_after" } },
  { name: "drops the line", effect: { kind: "drop_after" }, outcome: { kind: "retry_after" } },
  {
    name: "refuses it",
    effect: { kind: "status", status: 422, body: { error: "File content type is invalid" } },
    outcome: { kind: "rejected", reason: "media" },
  },
] as const)("nothing is posted when the upload of the picture $name", async ({ effect, outcome }) => {
  const { access } = await connect();
  await simulator.script({ match: { path: "/api/v2/media" }, effect });
  expect(await publisher.prepare(access, post(), picture)).toMatchObject(outcome);
  expect(await creates()).toEqual([]);
  await prepare(access, post(), picture);
});

test("a picture that the server cannot work on is a rejection", async () => {
  const { access } = await connect();
  await simulator.settings({ mastodon: { mediaProcessingMs: 100, mediaFails: true } });
  setTimeout(() => setClock(1_000), 200);
  expect(await publisher.prepare(access, post(), picture)).toEqual({ kind: "rejected", reason: "media" });
});

async function publishTwo(access: Access): Promise<[string, string]> {
  const ids: string[] = [];
  for (const text of ["one", "two"]) {
    const { outcome } = await publisher.create(access, await prepare(access, post({ text })));
    if (outcome.kind === "published") ids.push(outcome.externalId);
  }
  return [ids[0] ?? "", ids[1] ?? ""];
}

test.each(["4.4.3", "4.2.10"])(
  "figures of Mastodon %s are null where it says none, zero where it counted none, and missing where there is no post",
  async (version) => {
    await simulator.settings({ mastodon: { version } });
    const { access } = await connect();
    const [one, two] = await publishTwo(access);
    await simulator.post({ provider: "mastodon", id: one, likes: 3, comments: null, reposts: 2 });
    const asked = [one, two, "123"].map((externalId) => ({ externalId, publishedAt: start }));
    expect(await measurer.measure(access, asked)).toEqual({
      kind: "measured",
      posts: new Map<string, unknown>([
        [one, { impressions: null, reactions: 3, comments: null, reposts: 2 }],
        [two, { impressions: null, reactions: 0, comments: 0, reposts: 0 }],
        ["123", "missing"],
      ]),
    });
  },
);

test("a server that fails has said nothing of any post", async () => {
  const { access } = await connect();
  const [one] = await publishTwo(access);
  const asked = [{ externalId: one, publishedAt: start }];
  const match = { method: "GET", path: "/api/v1/statuses" };
  await simulator.script({ match, effect: { kind: "html_502" } });
  expect(await measurer.measure(access, asked)).toEqual({ kind: "try_later" });
  await simulator.script({ match, effect: { kind: "status", status: 429 } });
  expect(await measurer.measure(access, asked)).toMatchObject({ kind: "retry_after" });
});

test("one post of an older server that cannot be asked just now is not answered for", async () => {
  await simulator.settings({ mastodon: { version: "4.2.10" } });
  const { access } = await connect();
  const [one, two] = await publishTwo(access);
  await simulator.script({
    match: { method: "GET", path: `/api/v1/statuses/${one}` },
    effect: { kind: "html_502" },
  });
  const asked = [one, two].map((externalId) => ({ externalId, publishedAt: start }));
  const outcome = await measurer.measure(access, asked);
  expect(outcome.kind === "measured" && [...outcome.posts.keys()]).toEqual([two]);
});

test("figures need the scope for them", () => {
  expect(measurer.canMeasure(["profile", "write:statuses"])).toBe(false);
  expect(measurer.canMeasure(["read:statuses"])).toBe(true);
  expect(measurer.canMeasure(["read"])).toBe(true);
});

test("followers are counted, or not said", async () => {
  const { access } = await connect();
  await simulator.account({ provider: "mastodon", id: "alice", followers: 0 });
  expect(await measurer.countFollowers(access)).toBe(0);
  await simulator.account({ provider: "mastodon", id: "alice", followers: null });
  expect(await measurer.countFollowers(access)).toBeNull();
});

test("a token that was given back is good for nothing, and giving it back twice is no error", async () => {
  const { access, app } = await connect();
  const request = await prepare(access);
  await revoke?.({ ...access, refreshToken: null }, app);
  await revoke?.({ ...access, refreshToken: null }, app);
  expect((await publisher.create(access, request)).outcome).toEqual({
    kind: "needs_reconnect",
    reason: "revoked",
  });
});
