import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import { frozenPost, prepared, smallPicture } from "#lib/test/networks/frozen-post.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { stopClock, stoppedNow } from "#lib/test/networks/stopped-clock.ts";
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

const creates = async () =>
  (await simulator.requests("mastodon")).filter(
    ({ method, path }) => method === "POST" && path === "/api/v1/statuses",
  );

test("a picture that is worked on for a moment is waited for", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  await simulator.settings({ mastodon: { mediaProcessingMs: 1_000 } });
  setTimeout(() => stopClock(2_000), 400);
  await publisher.create(access, await prepared(publisher, access, { picture: smallPicture }));
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
  const { access } = await connectAs(simulator, mastodonAdapter);
  await simulator.script({ match: { path: "/api/v2/media" }, effect });
  expect(await publisher.prepare(access, frozenPost, smallPicture)).toMatchObject(outcome);
  expect(await creates()).toEqual([]);
  await prepared(publisher, access, { picture: smallPicture });
});

test("a picture that the server cannot work on is a rejection", async () => {
  const { access } = await connectAs(simulator, mastodonAdapter);
  await simulator.settings({ mastodon: { mediaProcessingMs: 100, mediaFails: true } });
  setTimeout(() => stopClock(1_000), 200);
  expect(await publisher.prepare(access, frozenPost, smallPicture)).toEqual({
    kind: "rejected",
    reason: "media",
  });
});
