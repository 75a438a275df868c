import sharp from "sharp";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import type { Effect } from "#lib/test/networks/faults.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import type { Access, CreateRequest, FrozenPost, Picture, PublishOutcome } from "../adapter.ts";
import { xAdapter } from "./adapter.ts";

const { publisher } = xAdapter;
const simulator = await startSimulator();

beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  await simulator.reset();
});
afterAll(() => simulator.close());

const post: FrozenPost = {
  text: "We're hiring (Berlin)! #jobs",
  url: "https://go.acme.example/s/4fGhA1B2c3D4",
  card: { title: "A factory that runs on rain", description: "Water in, chips out." },
  image: null,
  language: "en",
  createdAt: "2026-11-23T09:00:00.000Z",
};
const words = `${post.text} ${post.url}`;

const picture: Picture = {
  bytes: await sharp({ create: { width: 4, height: 4, channels: 3, background: "#135" } })
    .png()
    .toBuffer(),
  contentType: "image/png",
  alt: "Rain on a roof",
};

async function prepared(access: Access, change: Partial<FrozenPost> = {}): Promise<CreateRequest> {
  const outcome = await publisher.prepare(access, { ...post, ...change }, null);
  if (outcome.kind !== "ready") throw new Error(`not ready but ${outcome.kind}`);
  return outcome.request;
}

const create = { provider: "x", method: "POST", path: "^/2/tweets$" } as const;
const creates = async () =>
  (await simulator.requests("x")).filter(({ method, path }) => method === "POST" && path === "/2/tweets");

test("a post is published: the words and the link, and nothing else", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const answer = await publisher.create(access, await prepared(access));
  const [shown, ...others] = await simulator.posts("x");
  expect(answer).toMatchObject({
    outcome: { kind: "published", externalId: shown?.id, url: shown?.permalink },
    status: 201,
  });
  expect(shown).toMatchObject({ account: "alice", text: words, card: { url: post.url } });
  expect(others).toEqual([]);
  expect((await creates())[0]?.body).toEqual({ text: words });
});

test("whatever can be typed is seen as it was typed", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const text = "a\\b (c) [d] <e> & {f|g} #AI_x @acme *h* ~ 👨‍👩‍👧‍👦\r\nNext";
  await publisher.create(access, await prepared(access, { text }));
  expect(await simulator.posts()).toMatchObject([{ text: `${text.replace("\r\n", "\n")} ${post.url}` }]);
});

test("a link alone is a post", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  await publisher.create(access, await prepared(access, { text: "" }));
  expect(await simulator.posts()).toMatchObject([{ text: post.url }]);
});

test("256 letters fit beside the link; one more is refused before anything is sent", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const answer = await publisher.create(access, await prepared(access, { text: "a".repeat(256) }));
  expect(answer.outcome.kind).toBe("published");
  expect(await publisher.prepare(access, { ...post, text: "a".repeat(257) }, picture)).toEqual({
    kind: "rejected",
    reason: "too_long",
  });
  expect((await simulator.requests("x")).filter(({ path }) => path.startsWith("/2/media"))).toEqual([]);
});

const error = (status: number, body: unknown): Effect => ({ kind: "status", status, body });
const forbidden = (detail: string, type = "about:blank") => error(403, { detail, type, title: "Forbidden" });

test.each<{ name: string; effect: Effect; outcome: Partial<PublishOutcome>; posts?: number }>([
  {
    name: "a page with 201",
    effect: error(201, "<html>"),
    outcome: { kind: "unknown", because: "unreadable" },
  },
  { name: "204", effect: error(204, ""), outcome: { kind: "unknown", because: "unreadable" } },
  {
    name: "half of the answer",
    effect: { kind: "truncate_body" },
    outcome: { kind: "unknown", because: "unreadable" },
    posts: 1,
  },
  {
    name: "an answer without an id",
    effect: error(201, { data: {} }),
    outcome: { kind: "published_id_unknown" },
  },
  { name: "500", effect: error(500, ""), outcome: { kind: "unknown", because: "server_error" } },
  {
    name: "502 that came after all was done",
    effect: { kind: "html_502", processed: true },
    outcome: { kind: "unknown", because: "server_error" },
    posts: 1,
  },
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
  { name: "401", effect: error(401, {}), outcome: { kind: "needs_reconnect", reason: "expired" } },
  {
    name: "the catch-all",
    effect: forbidden("You are not permitted"),
    outcome: { kind: "rejected", reason: "content" },
  },
  {
    name: "an app that is not enrolled",
    effect: forbidden("", "https://api.x.com/2/problems/client-forbidden"),
    outcome: { kind: "app_blocked", reason: "product" },
  },
])("$name is $outcome.kind, after one request", async ({ effect, outcome, posts = 0 }) => {
  const { access } = await connectAs(simulator, xAdapter);
  const request = await prepared(access);
  await simulator.script({ match: create, effect });
  const answer = await publisher.create(access, request);
  expect(answer.outcome).toMatchObject(outcome);
  expect(await creates()).toHaveLength(1);
  expect(await simulator.posts()).toHaveLength(posts);
  expect(JSON.stringify(answer)).not.toContain(access.accessToken);
});

test("a network that cannot be reached created nothing, and is asked again", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const request = await prepared(access);
  env.NETWORK_SIMULATOR = "http://127.0.0.1:1";
  expect(await publisher.create(access, request)).toMatchObject({
    outcome: { kind: "retry_after" },
    status: null,
  });
});

test("the same words again are a duplicate", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  await publisher.create(access, await prepared(access));
  const again = await publisher.create(access, await prepared(access));
  expect(again.outcome).toEqual({ kind: "rejected", reason: "duplicate" });
});

test("without credits the app is blocked; with new ones the same post goes out", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const request = await prepared(access);
  await simulator.account({ provider: "x", id: "alice", credits: 0.1 });
  expect((await publisher.create(access, request)).outcome).toMatchObject({
    kind: "app_blocked",
    reason: "credits",
  });
  await simulator.account({ provider: "x", id: "alice", credits: 0.2 });
  expect((await publisher.create(access, request)).outcome.kind).toBe("published");
});

test("a suspended member, and one whose token ended", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const request = await prepared(access);
  await simulator.account({ provider: "x", id: "alice", suspended: true });
  expect((await publisher.create(access, request)).outcome).toEqual({
    kind: "needs_reconnect",
    reason: "revoked",
  });
  await simulator.account({ provider: "x", id: "alice", suspended: false, expire: true });
  expect((await publisher.create(access, request)).outcome).toEqual({
    kind: "needs_reconnect",
    reason: "expired",
  });
});

test("after too many posts it waits until X counts anew", async () => {
  const { limits } = (await simulator.settings()).x;
  await simulator.settings({ x: { limits: { ...limits, createPer15Minutes: 1 } } });
  const { access } = await connectAs(simulator, xAdapter);
  await publisher.create(access, await prepared(access));
  const { outcome } = await publisher.create(access, await prepared(access, { text: "More" }));
  const reset = Number((await lastAnswerOfCreate(access)).get("x-rate-limit-reset")) * 1000;
  expect(outcome.kind === "retry_after" && outcome.at.getTime()).toBeGreaterThan(reset);
  expect(outcome.kind === "retry_after" && outcome.at.getTime()).toBeLessThan(reset + 62_000);
});

const lastAnswerOfCreate = async ({ accessToken }: Access) =>
  (
    await fetch(`${simulator.origin}/2/tweets`, {
      method: "POST",
      headers: { authorization: `Bearer ${accessToken}`, "content-type": "application/json" },
      body: "{}",
    })
  ).headers;

test("a picture goes up first, with its description, and then the post with it", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const ready = await publisher.prepare(access, post, picture);
  if (ready.kind !== "ready") throw new Error(ready.kind);
  expect(await simulator.posts()).toEqual([]);
  await publisher.create(access, ready.request);
  const [shown] = await simulator.posts();
  expect(shown).toMatchObject({ text: words, images: [{ alt: "Rain on a roof" }] });
  const image = await fetch(shown?.images[0]?.url ?? "");
  expect(Buffer.from(await image.arrayBuffer()).equals(picture.bytes)).toBe(true);
});

test("a picture that X works on is waited for, and for no longer than a minute", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  await simulator.settings({ x: { mediaProcessingMs: 600 } });
  expect((await publisher.prepare(access, post, picture)).kind).toBe("ready");
  await simulator.settings({ x: { mediaProcessingMs: 3_600_000 } });
  expect((await publisher.prepare(access, post, picture)).kind).toBe("retry_after");
});

const path = { upload: "/2/media/upload", description: "/2/media/metadata" };

test.each<{ step: keyof typeof path; name: string; effect: Effect; outcome: object }>([
  { step: "upload", name: "500", effect: error(500, ""), outcome: { kind: "retry_after" } },
  { step: "upload", name: "a lost answer", effect: { kind: "drop_after" }, outcome: { kind: "retry_after" } },
  {
    step: "upload",
    name: "half an answer",
    effect: { kind: "truncate_body" },
    outcome: { kind: "retry_after" },
  },
  { step: "upload", name: "400", effect: error(400, {}), outcome: { kind: "rejected", reason: "media" } },
  {
    step: "upload",
    name: "a failure to read it",
    effect: error(200, { data: { id: "7", processing_info: { state: "failed" } } }),
    outcome: { kind: "rejected", reason: "media" },
  },
  {
    step: "upload",
    name: "402",
    effect: error(402, {}),
    outcome: { kind: "app_blocked", reason: "credits" },
  },
  { step: "description", name: "503", effect: error(503, ""), outcome: { kind: "retry_after" } },
  {
    step: "description",
    name: "402",
    effect: error(402, {}),
    outcome: { kind: "app_blocked", reason: "credits" },
  },
])(
  "$name at the picture's $step publishes nothing, and can be repeated",
  async ({ step, effect, outcome }) => {
    const { access } = await connectAs(simulator, xAdapter);
    await simulator.script({ match: { provider: "x", path: path[step] }, effect });
    expect(await publisher.prepare(access, post, picture)).toMatchObject(outcome);
    expect(await creates()).toEqual([]);
    const again = await publisher.prepare(access, post, picture);
    if (again.kind === "ready") await publisher.create(access, again.request);
    expect(await simulator.posts()).toHaveLength(1);
  },
);

test("a description that X does not take does not stop the post", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  await simulator.script({ match: { path: path.description }, effect: error(400, {}) });
  expect((await publisher.prepare(access, post, picture)).kind).toBe("ready");
});

test("without the scope for pictures the member is asked for it", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  await simulator.account({ provider: "x", id: "alice", remove_scope: "media.write" });
  const narrow = {
    ...access,
    grantedScopes: access.grantedScopes.filter((scope) => scope !== "media.write"),
  };
  expect(await publisher.prepare(narrow, post, picture)).toEqual({
    kind: "needs_reconnect",
    reason: "scope",
  });
});

const lose = async (access: Access, kind: "drop_before" | "drop_after", change: Partial<FrozenPost> = {}) => {
  const request = await prepared(access, change);
  await simulator.script({ match: create, effect: { kind } });
  const sentAt = clock.now();
  expect((await publisher.create(access, request)).outcome.kind).toBe("unknown");
  return { request, post: { ...post, ...change }, sentAt };
};
const later = (milliseconds: number) => {
  const now = new Date(Date.now() + milliseconds);
  vi.spyOn(clock, "now").mockReturnValue(now);
};

test("a lost post is found by its link, and is sent no second time", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const unknown = await lose(access, "drop_after");
  await publisher.create(
    access,
    await prepared(access, { text: "Newer", url: "https://go.acme.example/s/other" }),
  );
  const answer = await publisher.resolve(access, unknown);
  const shown = (await simulator.posts()).find(({ text }) => text === words);
  expect(answer.outcome).toEqual({ kind: "published_adopted", externalId: shown?.id, url: shown?.permalink });
  expect(await creates()).toHaveLength(2);
  expect(publisher.resolveCharges).toHaveLength(5);
});

test("a lost post whose link X does not tell is found by its words", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const unknown = await lose(access, "drop_after");
  const list = (text: string) => ({ data: [{ id: "72", text }], meta: { result_count: 1 } });
  const answerWith = (body: object) =>
    simulator.script({ match: { method: "GET", path: "^/2/users/\\d+/tweets" }, effect: error(200, body) });
  await answerWith(list(words));
  expect((await publisher.resolve(access, unknown)).outcome).toMatchObject({ externalId: "72" });
  const odd = { ...unknown, request: { ...unknown.request, body: JSON.stringify({ text: "a < b & c" }) } };
  await answerWith(list("a &lt; b &amp; c"));
  expect((await publisher.resolve(access, odd)).outcome).toMatchObject({ externalId: "72" });
  await answerWith(list("something else"));
  expect((await publisher.resolve(access, unknown)).outcome.kind).toBe("unknown");
});

test("that it is not there is known only after a minute, and then surely", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const unknown = await lose(access, "drop_before");
  expect((await publisher.resolve(access, unknown)).outcome.kind).toBe("unknown");
  later(61_000);
  expect((await publisher.resolve(access, unknown)).outcome).toEqual({ kind: "not_posted" });
  expect(await simulator.posts()).toEqual([]);
});

test("a week later only the minutes around it are read", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const unknown = await lose(access, "drop_before");
  later(7 * 86_400_000);
  expect((await publisher.resolve(access, unknown)).outcome.kind).toBe("not_posted");
  const read = (await simulator.requests("x")).find(
    ({ path }) => path.endsWith("/tweets") && path.includes("users"),
  );
  const query = new URLSearchParams(read?.query);
  const [from, to] = ["start_time", "end_time"].map((name) => Date.parse(query.get(name) ?? ""));
  expect(Math.round((Number(to) - Number(from)) / 60_000)).toBe(17);
});

test.each<{ name: string; effect: Effect; kind: string }>([
  { name: "500", effect: error(500, ""), kind: "unknown" },
  { name: "no answer", effect: { kind: "drop_after" }, kind: "unknown" },
  {
    name: "an answer that names errors",
    effect: error(200, { errors: [{}], meta: { result_count: 0 } }),
    kind: "unknown",
  },
  {
    name: "a list that goes on",
    effect: error(200, { data: [], meta: { result_count: 0, next_token: "n" } }),
    kind: "unknown",
  },
  { name: "402", effect: error(402, {}), kind: "app_blocked" },
  { name: "401", effect: error(401, {}), kind: "needs_reconnect" },
  { name: "429", effect: error(429, {}), kind: "retry_after" },
  { name: "403", effect: forbidden("You are not permitted"), kind: "unknown" },
])("$name to the look proves nothing: $kind", async ({ effect, kind }) => {
  const { access } = await connectAs(simulator, xAdapter);
  const unknown = await lose(access, "drop_before");
  later(120_000);
  await simulator.script({ match: { method: "GET", path: "^/2/users/\\d+/tweets" }, effect });
  expect((await publisher.resolve(access, unknown)).outcome.kind).toBe(kind);
});
