import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import type { Effect } from "#lib/test/networks/faults.ts";
import { answers, frozenPost, prepared } from "#lib/test/networks/frozen-post.ts";
import { shortenWaits } from "#lib/test/networks/shorten-waits.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { linkedinAdapter } from "./adapter.ts";

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

test("3. a lost post is found by sending it once more: it is there already", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const request = await prepared(publisher, access);
  await faultOfCreate({ kind: "drop_after" });
  const sentAt = new Date();
  expect((await publisher.create(access, request)).outcome.kind).toBe("unknown");

  const answer = await publisher.resolve(access, { request, post: frozenPost, sentAt });
  const [shown, ...others] = await simulator.posts();
  expect(answer.outcome).toEqual({ kind: "published_adopted", externalId: shown?.id, url: shown?.permalink });
  expect(others).toEqual([]);
  const [first, second] = await creates();
  expect(second?.body).toEqual(first?.body);
});

test("a post that never arrived is published by sending it once more", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const request = await prepared(publisher, access);
  await faultOfCreate({ kind: "drop_before" });
  const sentAt = new Date();
  expect((await publisher.create(access, request)).outcome.kind).toBe("unknown");
  expect((await publisher.resolve(access, { request, post: frozenPost, sentAt })).outcome.kind).toBe(
    "published",
  );
  expect(await simulator.posts()).toHaveLength(1);
});

test("after ten minutes nothing is sent: LinkedIn might take it for a new post", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const request = await prepared(publisher, access);
  const sentAt = new Date(Date.now() - 10 * 60_000);
  expect((await publisher.resolve(access, { request, post: frozenPost, sentAt })).outcome.kind).toBe(
    "unknown",
  );
  expect(await creates()).toEqual([]);
});

test.each([
  { name: "refused", effect: refusal(400, "INVALID_VALUE_FOR_FIELD"), kind: "unknown" },
  { name: "lost again", effect: { kind: "drop_after" } as Effect, kind: "unknown" },
  {
    name: "called a double of nothing",
    effect: refusal(422, "DUPLICATE_POST", "Content is a duplicate of urn:li:person:7"),
    kind: "unknown",
  },
  { name: "stopped by the version", effect: refusal(426, "NONEXISTENT_VERSION"), kind: "app_blocked" },
])("a question that is $name leaves the post unknown", async ({ effect, kind }) => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  const request = await prepared(publisher, access);
  await faultOfCreate(effect);
  const answer = await publisher.resolve(access, { request, post: frozenPost, sentAt: new Date() });
  expect(answer.outcome.kind).toBe(kind);
});
