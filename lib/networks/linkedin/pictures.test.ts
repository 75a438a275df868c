import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import type { Effect } from "#lib/test/networks/faults.ts";
import { answers, frozenPost, smallPicture } from "#lib/test/networks/frozen-post.ts";
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

const refusal = (status: number, code: string, message = "") => answers(status, { status, code, message });

const imageSteps = {
  start: { method: "POST", path: "/rest/images" },
  bytes: { method: "PUT", path: "/dms-uploads/" },
};

test.each<{ step: keyof typeof imageSteps; name: string; effect: Effect; outcome: object }>([
  { step: "start", name: "500", effect: answers(500, ""), outcome: { kind: "retry_after" } },
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
    effect: refusal(426, "NONEXISTENT_VERSION"),
    outcome: { kind: "app_blocked", reason: "version" },
  },
  {
    step: "start",
    name: "401",
    effect: refusal(401, "EXPIRED_ACCESS_TOKEN"),
    outcome: { kind: "needs_reconnect", reason: "expired" },
  },
  {
    step: "start",
    name: "an upload address elsewhere",
    effect: answers(200, {
      value: { uploadUrl: "https://evil.example/dms-uploads/x", image: "urn:li:image:C4E" },
    }),
    outcome: { kind: "rejected", reason: "media" },
  },
  { step: "bytes", name: "500", effect: answers(500, ""), outcome: { kind: "retry_after" } },
  { step: "bytes", name: "a lost answer", effect: { kind: "drop_after" }, outcome: { kind: "retry_after" } },
  {
    step: "bytes",
    name: "415",
    effect: refusal(415, "UNSUPPORTED_MEDIA_TYPE"),
    outcome: { kind: "rejected", reason: "media" },
  },
  {
    step: "bytes",
    name: "an upload address that ended",
    effect: refusal(400, "EXPIRED_UPLOAD_URL"),
    outcome: { kind: "retry_after" },
  },
])(
  "$name at the picture's $step publishes nothing, and can be repeated",
  async ({ step, effect, outcome }) => {
    const { access } = await connectAs(simulator, linkedinAdapter);
    await simulator.script({ match: { provider: "linkedin", ...imageSteps[step] }, effect });
    expect(await publisher.prepare(access, frozenPost, smallPicture)).toMatchObject(outcome);
    expect(await creates()).toEqual([]);

    const again = await publisher.prepare(access, frozenPost, smallPicture);
    expect(again.kind).toBe("ready");
    if (again.kind === "ready") await publisher.create(access, again.request);
    expect(await simulator.posts()).toHaveLength(1);
  },
);

test("a picture that is not ready yet creates nothing, and the post waits", async () => {
  await simulator.settings({ linkedin: { imageProcessingMs: 60_000 } });
  const { access } = await connectAs(simulator, linkedinAdapter);
  const ready = await publisher.prepare(access, frozenPost, smallPicture);
  if (ready.kind !== "ready") throw new Error(ready.kind);
  expect((await publisher.create(access, ready.request)).outcome.kind).toBe("retry_after");
  await simulator.advanceClock(60_000);
  expect((await publisher.create(access, ready.request)).outcome.kind).toBe("published");
});

test("the state of a picture is never asked for: an app that may only post is refused", async () => {
  const { access } = await connectAs(simulator, linkedinAdapter);
  await publisher.prepare(access, frozenPost, smallPicture);
  const paths = (await simulator.requests("linkedin")).map(({ method, path }) => `${method} ${path}`);
  expect(paths.filter((path) => path.startsWith("GET /rest/"))).toEqual([]);
});
