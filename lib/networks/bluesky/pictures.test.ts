import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import { frozenPost, prepared, smallPicture } from "#lib/test/networks/frozen-post.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { stopClock, stoppedNow } from "#lib/test/networks/stopped-clock.ts";
import { blueskyAdapter } from "./adapter.ts";

const { publisher } = blueskyAdapter;
const simulator = await startSimulator({ now: stoppedNow });

beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  stopClock();
  await simulator.reset();
});
afterAll(() => simulator.close());

const creates = async () =>
  (await simulator.requests("bluesky")).filter(({ path }) => path.includes("putRecord"));

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
    const { access } = await connectAs(simulator, blueskyAdapter);
    await simulator.script({ match: { path: "/xrpc/com.atproto.repo.uploadBlob" }, effect });
    expect(await publisher.prepare(access, frozenPost, smallPicture)).toMatchObject({ kind: outcome });
    expect(await creates()).toEqual([]);
    await prepared(publisher, access, { picture: smallPicture });
  },
);

test("a picture over a million bytes is refused before it is sent", async () => {
  const { access } = await connectAs(simulator, blueskyAdapter);
  const big = { ...smallPicture, bytes: Buffer.alloc(1_000_001) };
  expect(await publisher.prepare(access, frozenPost, big)).toEqual({ kind: "rejected", reason: "media" });
});
