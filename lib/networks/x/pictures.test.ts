import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import type { Effect } from "#lib/test/networks/faults.ts";
import { answers, frozenPost, smallPicture } from "#lib/test/networks/frozen-post.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { xAdapter } from "./adapter.ts";

const { publisher } = xAdapter;
const simulator = await startSimulator();

beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  await simulator.reset();
});
afterAll(() => simulator.close());

const words = `${frozenPost.text} ${frozenPost.url}`;

const _create = { provider: "x", method: "POST", path: "^/2/tweets$" } as const;

const creates = async () =>
  (await simulator.requests("x")).filter(({ method, path }) => method === "POST" && path === "/2/tweets");

test("a picture goes up first, with its description, and then the post with it", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  const ready = await publisher.prepare(access, frozenPost, smallPicture);
  if (ready.kind !== "ready") throw new Error(ready.kind);
  expect(await simulator.posts()).toEqual([]);
  await publisher.create(access, ready.request);
  const [shown] = await simulator.posts();
  expect(shown).toMatchObject({ text: words, images: [{ alt: "Rain on a roof" }] });
  const image = await fetch(shown?.images[0]?.url ?? "");
  expect(Buffer.from(await image.arrayBuffer()).equals(smallPicture.bytes)).toBe(true);
});

test("a picture that X works on is waited for, and for no longer than a minute", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  await simulator.settings({ x: { mediaProcessingMs: 600 } });
  expect((await publisher.prepare(access, frozenPost, smallPicture)).kind).toBe("ready");
  await simulator.settings({ x: { mediaProcessingMs: 3_600_000 } });
  expect((await publisher.prepare(access, frozenPost, smallPicture)).kind).toBe("retry_after");
});

const path = { upload: "/2/media/upload", description: "/2/media/metadata" };

test.each<{ step: keyof typeof path; name: string; effect: Effect; outcome: object }>([
  { step: "upload", name: "500", effect: answers(500, ""), outcome: { kind: "retry_after" } },
  { step: "upload", name: "a lost answer", effect: { kind: "drop_after" }, outcome: { kind: "retry_after" } },
  {
    step: "upload",
    name: "half an answer",
    effect: { kind: "truncate_body" },
    outcome: { kind: "retry_after" },
  },
  { step: "upload", name: "400", effect: answers(400, {}), outcome: { kind: "rejected", reason: "media" } },
  {
    step: "upload",
    name: "a failure to read it",
    effect: answers(200, { data: { id: "7", processing_info: { state: "failed" } } }),
    outcome: { kind: "rejected", reason: "media" },
  },
  {
    step: "upload",
    name: "402",
    effect: answers(402, {}),
    outcome: { kind: "app_blocked", reason: "credits" },
  },
  { step: "description", name: "503", effect: answers(503, ""), outcome: { kind: "retry_after" } },
  {
    step: "description",
    name: "402",
    effect: answers(402, {}),
    outcome: { kind: "app_blocked", reason: "credits" },
  },
])(
  "$name at the picture's $step publishes nothing, and can be repeated",
  async ({ step, effect, outcome }) => {
    const { access } = await connectAs(simulator, xAdapter);
    await simulator.script({ match: { provider: "x", path: path[step] }, effect });
    expect(await publisher.prepare(access, frozenPost, smallPicture)).toMatchObject(outcome);
    expect(await creates()).toEqual([]);
    const again = await publisher.prepare(access, frozenPost, smallPicture);
    if (again.kind === "ready") await publisher.create(access, again.request);
    expect(await simulator.posts()).toHaveLength(1);
  },
);

test("a description that X does not take does not stop the post", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  await simulator.script({ match: { path: path.description }, effect: answers(400, {}) });
  expect((await publisher.prepare(access, frozenPost, smallPicture)).kind).toBe("ready");
});

test("without the scope for pictures the member is asked for it", async () => {
  const { access } = await connectAs(simulator, xAdapter);
  await simulator.account({ provider: "x", id: "alice", remove_scope: "media.write" });
  const narrow = {
    ...access,
    grantedScopes: access.grantedScopes.filter((scope) => scope !== "media.write"),
  };
  expect(await publisher.prepare(narrow, frozenPost, smallPicture)).toEqual({
    kind: "needs_reconnect",
    reason: "scope",
  });
});
