import sharp from "sharp";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import type { Effect } from "#lib/test/networks/faults.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import type { Access, CreateRequest, FrozenPost, Picture, PublishOutcome } from "../adapter.ts";
import { linkedinAdapter } from "./adapter.ts";
import { littleSegments } from "./little-text.ts";
import { waits } from "./waits.ts";

const { publisher } = linkedinAdapter;
const usualWaits = { ...waits };
const simulator = await startSimulator();
env.NETWORK_SIMULATOR = simulator.origin;

beforeAll(() => Object.assign(waits, { imageMs: 0, youngTokenMs: 150 }));
beforeEach(async () => {
  env.LINKEDIN_VERSION = "202609";
  await simulator.reset();
});
afterAll(async () => {
  Object.assign(waits, usualWaits);
  await simulator.close();
});

const post: FrozenPost = {
  text: "We're hiring (Berlin)! #jobs",
  url: "https://go.acme.example/s/4fGhA1B2c3D4",
  card: { title: "A factory that runs on rain", description: "Water in,\nchips out." },
  image: null,
  language: "en",
  createdAt: "2026-11-23T09:00:00.000Z",
};

const picture: Picture = {
  bytes: await sharp({ create: { width: 4, height: 4, channels: 3, background: "#135" } })
    .jpeg()
    .toBuffer(),
  contentType: "image/jpeg",
  alt: "Rain",
};

async function prepared(access: Access, change: Partial<FrozenPost> = {}): Promise<CreateRequest> {
  const outcome = await publisher.prepare(access, { ...post, ...change }, null);
  if (outcome.kind !== "ready") throw new Error(`not ready but ${outcome.kind}`);
  return outcome.request;
}

const creates = async () =>
  (await simulator.requests("linkedin")).filter(
    ({ method, path }) => method === "POST" && path === "/rest/posts",
  );

const faultOfCreate = (effect: Effect, times = 1) =>
  simulator.script({ match: { provider: "linkedin", method: "POST", path: "/rest/posts" }, times, effect });

test("a post is published with its words, its card and its picture", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const outcome = await publisher.prepare(access, post, picture);
  if (outcome.kind !== "ready") throw new Error(outcome.kind);
  expect(await simulator.posts()).toEqual([]);

  const answer = await publisher.create(access, outcome.request);
  const [shown, ...others] = await simulator.posts("linkedin");
  expect(answer).toEqual({
    outcome: { kind: "published", externalId: shown?.id, url: shown?.permalink },
    status: 201,
    ids: { "x-restli-id": shown?.id },
    detail: null,
  });
  expect(shown).toMatchObject({
    account: "alice",
    text: post.text,
    card: { url: post.url, title: post.card.title, description: "Water in, chips out." },
  });
  const image = await fetch(shown?.card?.image ?? "");
  expect(Buffer.from(await image.arrayBuffer()).equals(picture.bytes)).toBe(true);
  expect(others).toEqual([]);
});

test("every reserved character, a hashtag, a mention and an address are seen as in the preview", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const text =
    "We're hiring (Berlin)! 50% remote_first *now* – see [docs] <here> #jobs #AI_x @Acme a\\b ~ {x|y} @[Acme](urn:li:organization:1)\r\nhttps://acme.example/a_b(c)#top 🎉";
  const answer = await publisher.create(access, await prepared(access, { text }));
  expect(answer.outcome.kind).toBe("published");
  const preview = littleSegments(text)
    .map((segment) => segment.text)
    .join("");
  expect(await simulator.posts()).toMatchObject([{ text: preview }]);
  expect(preview).toBe(text.replace("\r\n", "\n"));
});

test("three thousand characters that all have to be escaped still fit", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const text = "(".repeat(3000);
  const answer = await publisher.create(access, await prepared(access, { text }));
  expect(answer.outcome.kind).toBe("published");
  expect(await simulator.posts()).toMatchObject([{ text }]);
  const longer = await publisher.create(access, await prepared(access, { text: `${text}(` }));
  expect(longer.outcome).toEqual({ kind: "rejected", reason: "too_long" });
});

test("a ugcPost is published as a share is, and so is one whose name stands in the other header", async () => {
  await simulator.settings({ linkedin: { urnKind: "ugcPost", idHeader: "x-linkedin-id" } });
  const { access } = await connectAs(simulator, linkedinAdapter);
  expect((await publisher.create(access, await prepared(access))).outcome).toMatchObject({
    kind: "published",
    externalId: expect.stringMatching(/^urn:li:ugcPost:\d+$/),
  });
});

test("a post whose name is nowhere is published all the same", async () => {
  await simulator.settings({ linkedin: { idHeader: null } });
  const { access } = await connectAs(simulator, linkedinAdapter);
  expect((await publisher.create(access, await prepared(access))).outcome).toEqual({
    kind: "published_id_unknown",
  });
});

const error = (status: number, body: unknown): Effect => ({ kind: "status", status, body });
const json = (status: number, code: string, message = "") => error(status, { status, code, message });

test.each<{ name: string; effect: Effect; outcome: Partial<PublishOutcome>; posts?: number }>([
  {
    name: "a page with 201",
    effect: error(201, "<html></html>"),
    outcome: { kind: "unknown", because: "unreadable" },
  },
  { name: "an empty 201", effect: error(201, ""), outcome: { kind: "published_id_unknown" } },
  { name: "204", effect: error(204, ""), outcome: { kind: "unknown", because: "unreadable" } },
  {
    name: "half of JSON with 200",
    effect: error(200, '{"id":"ur'),
    outcome: { kind: "unknown", because: "unreadable" },
  },
  { name: "500", effect: error(500, ""), outcome: { kind: "unknown", because: "server_error" } },
  {
    name: "502 that came after all was done",
    effect: { kind: "html_502", processed: true },
    outcome: { kind: "unknown", because: "server_error" },
    posts: 1,
  },
  { name: "503", effect: error(503, ""), outcome: { kind: "unknown", because: "server_error" } },
  {
    name: "a connection that closed before",
    effect: { kind: "drop_before" },
    outcome: { kind: "unknown", because: "no_answer" },
  },
  {
    name: "a connection that closed after all was done",
    effect: { kind: "drop_after" },
    outcome: { kind: "unknown", because: "no_answer" },
    posts: 1,
  },
  {
    name: "an expired token",
    effect: json(401, "EXPIRED_ACCESS_TOKEN"),
    outcome: { kind: "needs_reconnect", reason: "expired" },
  },
  {
    name: "a revoked token",
    effect: json(401, "REVOKED_ACCESS_TOKEN"),
    outcome: { kind: "needs_reconnect", reason: "revoked" },
  },
  {
    name: "a product that the app lacks",
    effect: json(403, "ACCESS_DENIED"),
    outcome: { kind: "app_blocked", reason: "product" },
  },
  {
    name: "426",
    effect: json(426, "NONEXISTENT_VERSION"),
    outcome: { kind: "app_blocked", reason: "version" },
  },
  { name: "a conflict", effect: json(409, "CONFLICT"), outcome: { kind: "retry_after" } },
  { name: "a quota", effect: json(429, "TOO_MANY_REQUESTS"), outcome: { kind: "retry_after" } },
  {
    name: "a field",
    effect: json(400, "INVALID_VALUE_FOR_FIELD"),
    outcome: { kind: "rejected", reason: "content" },
  },
])("$name is $outcome.kind, after one request", async ({ effect, outcome, posts = 0 }) => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const request = await prepared(access);
  await faultOfCreate(effect);
  const answer = await publisher.create(access, request);
  expect(answer.outcome).toMatchObject(outcome);
  expect(await creates()).toHaveLength(1);
  expect(await simulator.posts()).toHaveLength(posts);
  expect(JSON.stringify(answer)).not.toContain(access.accessToken);
});

test("a network that cannot be reached created nothing, and is asked again", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const request = await prepared(access);
  env.NETWORK_SIMULATOR = "http://127.0.0.1:1";
  const answer = await publisher.create(access, request);
  env.NETWORK_SIMULATOR = simulator.origin;
  expect(answer).toMatchObject({ outcome: { kind: "retry_after" }, status: null });
});

test("what the member took back, let end or never allowed wants their consent", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const request = await prepared(access);
  await simulator.account({ provider: "linkedin", id: "alice", remove_scope: "w_member_social" });
  const narrow = { ...access, grantedScopes: ["openid", "profile"] };
  expect((await publisher.create(narrow, request)).outcome).toEqual({
    kind: "needs_reconnect",
    reason: "scope",
  });
  await simulator.account({ provider: "linkedin", id: "alice", expire: true });
  expect((await publisher.create(access, request)).outcome).toEqual({
    kind: "needs_reconnect",
    reason: "expired",
  });
  await simulator.account({ provider: "linkedin", id: "alice", revoke: true });
  expect((await publisher.create(access, request)).outcome).toEqual({
    kind: "needs_reconnect",
    reason: "revoked",
  });
  expect(await simulator.posts()).toEqual([]);
});

test("a version that does not exist stops the app, and another one lets the same post out", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  env.LINKEDIN_VERSION = "202512";
  const before = linkedinAdapter.settings();
  expect((await publisher.create(access, await prepared(access))).outcome).toEqual({
    kind: "app_blocked",
    reason: "version",
    detail: "Requested version 20251201 is not active",
  });
  env.LINKEDIN_VERSION = "202609";
  expect(linkedinAdapter.settings()).not.toBe(before);
  expect((await publisher.create(access, await prepared(access))).outcome.kind).toBe("published");
});

test("after 150 posts of a day the rest waits until midnight of UTC", async () => {
  await simulator.settings({ linkedin: { postsPerMemberPerDay: 1 } });
  const { access } = await connectAs(simulator, linkedinAdapter);
  await publisher.create(access, await prepared(access));
  const { outcome } = await publisher.create(access, await prepared(access, { text: "More" }));
  expect(outcome.kind === "retry_after" && outcome.at.toISOString()).toMatch(/T00:0\d/);
});

test("the same post again, with no lost attempt before, is refused with the way to the first", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  await publisher.create(access, await prepared(access));
  const [first] = await simulator.posts();
  const again = await publisher.create(access, await prepared(access));
  expect(again.outcome).toEqual({ kind: "rejected", reason: "duplicate", url: first?.permalink });
  expect(await simulator.posts()).toHaveLength(1);
});

test("a lost post is found by sending it once more: it is there already", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const request = await prepared(access);
  await faultOfCreate({ kind: "drop_after" });
  const sentAt = new Date();
  expect((await publisher.create(access, request)).outcome.kind).toBe("unknown");

  const answer = await publisher.resolve(access, { request, post, sentAt });
  const [shown, ...others] = await simulator.posts();
  expect(answer.outcome).toEqual({ kind: "published_adopted", externalId: shown?.id, url: shown?.permalink });
  expect(others).toEqual([]);
  const [first, second] = await creates();
  expect(second?.body).toEqual(first?.body);
});

test("a post that never arrived is published by sending it once more", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const request = await prepared(access);
  await faultOfCreate({ kind: "drop_before" });
  const sentAt = new Date();
  expect((await publisher.create(access, request)).outcome.kind).toBe("unknown");
  expect((await publisher.resolve(access, { request, post, sentAt })).outcome.kind).toBe("published");
  expect(await simulator.posts()).toHaveLength(1);
});

test("after ten minutes nothing is sent: LinkedIn might take it for a new post", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const request = await prepared(access);
  const sentAt = new Date(Date.now() - 10 * 60_000);
  expect((await publisher.resolve(access, { request, post, sentAt })).outcome.kind).toBe("unknown");
  expect(await creates()).toEqual([]);
});

test.each([
  { name: "refused", effect: json(400, "INVALID_VALUE_FOR_FIELD"), kind: "unknown" },
  { name: "lost again", effect: { kind: "drop_after" } as Effect, kind: "unknown" },
  {
    name: "called a double of nothing",
    effect: json(422, "DUPLICATE_POST", "Content is a duplicate of urn:li:person:7"),
    kind: "unknown",
  },
  { name: "stopped by the version", effect: json(426, "NONEXISTENT_VERSION"), kind: "app_blocked" },
])("a question that is $name leaves the post unknown", async ({ effect, kind }) => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const request = await prepared(access);
  await faultOfCreate(effect);
  const answer = await publisher.resolve(access, { request, post, sentAt: new Date() });
  expect(answer.outcome.kind).toBe(kind);
});

const imageSteps = {
  start: { method: "POST", path: "/rest/images" },
  bytes: { method: "PUT", path: "/dms-uploads/" },
};

test.each<{ step: keyof typeof imageSteps; name: string; effect: Effect; outcome: object }>([
  { step: "start", name: "500", effect: error(500, ""), outcome: { kind: "retry_after" } },
  { step: "start", name: "a lost answer", effect: { kind: "drop_after" }, outcome: { kind: "retry_after" } },
  {
    step: "start",
    name: "half an answer",
    effect: { kind: "truncate_body" },
    outcome: { kind: "retry_after" },
  },
  {
    step: "start",
    name: "426",
    effect: json(426, "NONEXISTENT_VERSION"),
    outcome: { kind: "app_blocked", reason: "version" },
  },
  {
    step: "start",
    name: "401",
    effect: json(401, "EXPIRED_ACCESS_TOKEN"),
    outcome: { kind: "needs_reconnect", reason: "expired" },
  },
  {
    step: "start",
    name: "an upload address elsewhere",
    effect: error(200, {
      value: { uploadUrl: "https://evil.example/dms-uploads/x", image: "urn:li:image:C4E" },
    }),
    outcome: { kind: "rejected", reason: "media" },
  },
  { step: "bytes", name: "500", effect: error(500, ""), outcome: { kind: "retry_after" } },
  { step: "bytes", name: "a lost answer", effect: { kind: "drop_after" }, outcome: { kind: "retry_after" } },
  {
    step: "bytes",
    name: "415",
    effect: json(415, "UNSUPPORTED_MEDIA_TYPE"),
    outcome: { kind: "rejected", reason: "media" },
  },
  {
    step: "bytes",
    name: "an upload address that ended",
    effect: json(400, "EXPIRED_UPLOAD_URL"),
    outcome: { kind: "retry_after" },
  },
])(
  "$name at the picture's $step publishes nothing, and can be repeated",
  async ({ step, effect, outcome }) => {
    const { access } = await connectAs(simulator, linkedinAdapter);
    await simulator.script({ match: { provider: "linkedin", ...imageSteps[step] }, effect });
    expect(await publisher.prepare(access, post, picture)).toMatchObject(outcome);
    expect(await creates()).toEqual([]);

    const again = await publisher.prepare(access, post, picture);
    expect(again.kind).toBe("ready");
    if (again.kind === "ready") await publisher.create(access, again.request);
    expect(await simulator.posts()).toHaveLength(1);
  },
);

test("a picture that is not ready yet creates nothing, and the post waits", async () => {
  await simulator.settings({ linkedin: { imageProcessingMs: 60_000 } });
  const { access } = await connectAs(simulator, linkedinAdapter);
  const ready = await publisher.prepare(access, post, picture);
  if (ready.kind !== "ready") throw new Error(ready.kind);
  expect((await publisher.create(access, ready.request)).outcome.kind).toBe("retry_after");
  await simulator.advanceClock(60_000);
  expect((await publisher.create(access, ready.request)).outcome.kind).toBe("published");
});

test("the state of a picture is never asked for: an app that may only post is refused", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  await publisher.prepare(access, post, picture);
  const paths = (await simulator.requests("linkedin")).map(({ method, path }) => `${method} ${path}`);
  expect(paths.filter((path) => path.startsWith("GET /rest/"))).toEqual([]);
});
