import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import type { Effect } from "#lib/test/networks/faults.ts";
import { answers, frozenPost, prepared, smallPicture } from "#lib/test/networks/frozen-post.ts";
import { shortenWaits } from "#lib/test/networks/shorten-waits.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import type { PublishOutcome } from "../publisher.ts";
import { linkedinAdapter } from "./adapter.ts";
import { littleSegments } from "./little-text.ts";

const { publisher } = linkedinAdapter;
const simulator = await startSimulator();

shortenWaits();
beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  env.LINKEDIN_VERSION = "202609";
  await simulator.reset();
});
afterAll(() => simulator.close());

const creates = async () =>
  (await simulator.requests("linkedin")).filter(
    ({ method, path }) => method === "POST" && path === "/rest/posts",
  );

const faultOfCreate = (effect: Effect) =>
  simulator.script({ match: { provider: "linkedin", method: "POST", path: "/rest/posts" }, effect });

const refusal = (status: number, code: string, message = "") => answers(status, { status, code, message });

test("a post is published with its words, its card and its picture", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const outcome = await publisher.prepare(access, frozenPost, smallPicture);
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
    text: frozenPost.text,
    card: { url: frozenPost.url, title: frozenPost.card.title, description: "Water in, chips out." },
  });
  const image = await fetch(shown?.card?.image ?? "");
  expect(Buffer.from(await image.arrayBuffer()).equals(smallPicture.bytes)).toBe(true);
  expect(others).toEqual([]);
});

test("10. every reserved character, a hashtag, a mention and an address are seen as in the preview", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const text =
    "We're hiring (Berlin)! 50% remote_first *now* – see [docs] <here> #jobs #AI_x @Acme a\\b ~ {x|y} @[Acme](urn:li:organization:1)\r\nhttps://acme.example/a_b(c)#top 🎉";
  const answer = await publisher.create(access, await prepared(publisher, access, { text }));
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
  const answer = await publisher.create(access, await prepared(publisher, access, { text }));
  expect(answer.outcome.kind).toBe("published");
  expect(await simulator.posts()).toMatchObject([{ text }]);
  const longer = await publisher.create(access, await prepared(publisher, access, { text: `${text}(` }));
  expect(longer.outcome).toEqual({ kind: "rejected", reason: "too_long" });
});

test("a ugcPost is published as a share is, and so is one whose name stands in the other header", async () => {
  await simulator.settings({ linkedin: { urnKind: "ugcPost", idHeader: "x-linkedin-id" } });
  const { access } = await connectAs(simulator, linkedinAdapter);
  expect((await publisher.create(access, await prepared(publisher, access))).outcome).toMatchObject({
    kind: "published",
    externalId: expect.stringMatching(/^urn:li:ugcPost:\d+$/),
  });
});

test("a post whose name is nowhere is published all the same", async () => {
  await simulator.settings({ linkedin: { idHeader: null } });
  const { access } = await connectAs(simulator, linkedinAdapter);
  expect((await publisher.create(access, await prepared(publisher, access))).outcome).toEqual({
    kind: "published_id_unknown",
  });
});

test.each<{ name: string; effect: Effect; outcome: Partial<PublishOutcome>; posts?: number }>([
  {
    name: "a page with 201",
    effect: answers(201, "<html></html>"),
    outcome: { kind: "unknown", because: "unreadable" },
  },
  { name: "an empty 201", effect: answers(201, ""), outcome: { kind: "published_id_unknown" } },
  { name: "204", effect: answers(204, ""), outcome: { kind: "unknown", because: "unreadable" } },
  {
    name: "half of JSON with 200",
    effect: answers(200, '{"id":"ur'),
    outcome: { kind: "unknown", because: "unreadable" },
  },
  { name: "500", effect: answers(500, ""), outcome: { kind: "unknown", because: "server_error" } },
  {
    name: "502 that came after all was done",
    effect: { kind: "html_502", processed: true },
    outcome: { kind: "unknown", because: "server_error" },
    posts: 1,
  },
  { name: "503", effect: answers(503, ""), outcome: { kind: "unknown", because: "server_error" } },
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
    effect: refusal(401, "EXPIRED_ACCESS_TOKEN"),
    outcome: { kind: "needs_reconnect", reason: "expired" },
  },
  {
    name: "a revoked token",
    effect: refusal(401, "REVOKED_ACCESS_TOKEN"),
    outcome: { kind: "needs_reconnect", reason: "revoked" },
  },
  {
    name: "a product that the app lacks",
    effect: refusal(403, "ACCESS_DENIED"),
    outcome: { kind: "app_blocked", reason: "product" },
  },
  {
    name: "426",
    effect: refusal(426, "NONEXISTENT_VERSION"),
    outcome: { kind: "app_blocked", reason: "version" },
  },
  { name: "a conflict", effect: refusal(409, "CONFLICT"), outcome: { kind: "retry_after" } },
  { name: "a quota", effect: refusal(429, "TOO_MANY_REQUESTS"), outcome: { kind: "retry_after" } },
  {
    name: "a field",
    effect: refusal(400, "INVALID_VALUE_FOR_FIELD"),
    outcome: { kind: "rejected", reason: "content" },
  },
])("$name is $outcome.kind, after one request", async ({ effect, outcome, posts = 0 }) => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const request = await prepared(publisher, access);
  await faultOfCreate(effect);
  const answer = await publisher.create(access, request);
  expect(answer.outcome).toMatchObject(outcome);
  expect(await creates()).toHaveLength(1);
  expect(await simulator.posts()).toHaveLength(posts);
  expect(JSON.stringify(answer)).not.toContain(access.accessToken);
});

test("a network that cannot be reached created nothing, and is asked again", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const request = await prepared(publisher, access);
  env.NETWORK_SIMULATOR = "http://127.0.0.1:1";
  const answer = await publisher.create(access, request);
  env.NETWORK_SIMULATOR = simulator.origin;
  expect(answer).toMatchObject({ outcome: { kind: "retry_after" }, status: null });
});

test("what the member took back, let end or never allowed wants their consent", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const request = await prepared(publisher, access);
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
  expect((await publisher.create(access, await prepared(publisher, access))).outcome).toEqual({
    kind: "app_blocked",
    reason: "version",
    detail: "Requested version 20251201 is not active",
  });
  env.LINKEDIN_VERSION = "202609";
  expect(linkedinAdapter.settings()).not.toBe(before);
  expect((await publisher.create(access, await prepared(publisher, access))).outcome.kind).toBe("published");
});

test("after 150 posts of a day the rest waits until midnight of UTC", async () => {
  await simulator.settings({ linkedin: { postsPerMemberPerDay: 1 } });
  const { access } = await connectAs(simulator, linkedinAdapter);
  await publisher.create(access, await prepared(publisher, access));
  const { outcome } = await publisher.create(access, await prepared(publisher, access, { text: "More" }));
  expect(outcome.kind === "retry_after" && outcome.at.toISOString()).toMatch(/T00:0\d/);
});

test("the same post again, with no lost attempt before, is refused with the way to the first", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  await publisher.create(access, await prepared(publisher, access));
  const [first] = await simulator.posts();
  const again = await publisher.create(access, await prepared(publisher, access));
  expect(again.outcome).toEqual({ kind: "rejected", reason: "duplicate", url: first?.permalink });
  expect(await simulator.posts()).toHaveLength(1);
});
