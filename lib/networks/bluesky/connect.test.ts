import { afterAll, beforeEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { minute } from "#lib/test/networks/clock.ts";
import { connectAs } from "#lib/test/networks/connect-as.ts";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { start, stopClock, stoppedNow } from "#lib/test/networks/stopped-clock.ts";
import { blueskyAdapter } from "./adapter.ts";
import { signIn } from "./session.ts";

const { refresh, revoke } = blueskyAdapter;
const simulator = await startSimulator({ now: stoppedNow });

beforeEach(async () => {
  env.NETWORK_SIMULATOR = simulator.origin;
  stopClock();
  await simulator.reset();
});
afterAll(() => simulator.close());

const password = "abcd-efgh-ijkl-mnop";

test("a member connects with their handle and an app password, and only the session is left of it", async () => {
  const outcome = await signIn(simulator.origin, " @Alice.test\u202C ", password);
  if (outcome.kind !== "connected") throw new Error(`not connected but ${outcome.kind}`);
  const { account, tokens } = outcome;
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

test("no server is asked on a port that its document names", async () => {
  const outcome = await signIn(simulator.origin, "alice.test", password);
  if (outcome.kind !== "connected") throw new Error(`not connected but ${outcome.kind}`);
  const { subject } = outcome.account;
  const service = [
    { id: "#atproto_pds", type: "AtprotoPersonalDataServer", serviceEndpoint: "https://pds.test:8443" },
  ];
  await simulator.script({
    match: { provider: "bluesky", path: `/${subject}` },
    effect: { kind: "status", status: 200, body: { id: subject, service } },
  });
  expect(await signIn(simulator.origin, "alice.test", password)).toMatchObject({ kind: "refused" });
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

test.each([
  { name: "this machine", server: "http://127.0.0.1:1", outcome: "refused" },
  { name: "a private network", server: "https://10.0.0.1", outcome: "try_later" },
  { name: "a name of this machine", server: "https://localhost", outcome: "try_later" },
])("a password is never sent to $name, whatever an account says of itself", async ({ server, outcome }) => {
  const { account } = await connectAs(simulator, blueskyAdapter);
  const service = [{ id: "#atproto_pds", type: "AtprotoPersonalDataServer", serviceEndpoint: server }];
  await simulator.script({
    match: { path: "/did:plc:" },
    effect: { kind: "status", status: 200, body: { id: account.subject, service } },
  });
  const before = await simulator.requests("bluesky");
  expect((await signIn(simulator.origin, "alice.test", password)).kind).toBe(outcome);
  const after = (await simulator.requests("bluesky")).slice(before.length);
  expect(after.map(({ path }) => path.split("?")[0])).toEqual([
    "/xrpc/com.atproto.identity.resolveHandle",
    `/${account.subject}`,
  ]);
});

test("a server that fails while somebody connects has refused nobody", async () => {
  await simulator.script({
    match: { path: "/xrpc/com.atproto.server.createSession" },
    effect: { kind: "html_502" },
  });
  expect(await signIn(simulator.origin, "alice.test", password)).toEqual({ kind: "try_later" });
});

test("a session is renewed, and its old token leads to the same pair for two hours", async () => {
  const { access, tokens } = await connectAs(simulator, blueskyAdapter);
  const old = { ...access, refreshToken: tokens.refreshToken };
  stopClock(119 * minute);
  const [first, second] = await Promise.all([refresh?.(old), refresh?.(old)]);
  expect(first).toMatchObject({ kind: "refreshed", tokens: { accessToken: expect.any(String) } });
  expect(second).toEqual(first);
  stopClock(240 * minute);
  expect(await refresh?.(old)).toMatchObject({ kind: "needs_reconnect" });
});

test.each([
  { name: "the server fails", effect: { kind: "html_502" } },
  { name: "the answer is lost", effect: { kind: "drop_after" } },
] as const)("nobody is disconnected when $name at the renewal", async ({ effect }) => {
  const { access, tokens } = await connectAs(simulator, blueskyAdapter);
  const old = { ...access, refreshToken: tokens.refreshToken };
  await simulator.script({ match: { path: "/xrpc/com.atproto.server.refreshSession" }, effect });
  expect(await refresh?.(old)).toEqual({ kind: "try_later" });
  expect(await refresh?.(old)).toMatchObject({ kind: "refreshed" });
});

test("a session that was ended cannot be renewed", async () => {
  const { access, tokens } = await connectAs(simulator, blueskyAdapter);
  const old = { ...access, refreshToken: tokens.refreshToken };
  await revoke?.(old, null);
  expect(await refresh?.(old)).toEqual({ kind: "needs_reconnect", reason: "revoked" });
});
