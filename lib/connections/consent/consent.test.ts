import { eq } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { newId } from "#db/columns.ts";
import { connectionRequests, connectionTokens, networkApps } from "#db/schema/connections.ts";
import { listAuditEvents } from "#lib/audit/queries.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { env } from "#lib/env.ts";
import { listNotices } from "#lib/notices/queries.ts";
import { decideAt, goThroughConsent, makeConnection } from "#lib/test/connect.ts";
import { makeActor, makeForeignActor, makeOrganization } from "#lib/test/factories.ts";
import { type Simulator, startSimulator } from "#lib/test/networks/simulator.ts";
import { withAccess } from "../access/mutations.ts";
import { chooseAccount } from "../choices/mutations.ts";
import { pathOf } from "../landing.ts";
import { disconnect } from "../mutations.ts";
import { connectWithPassword } from "../passwords/mutations.ts";
import { findAccountChoice, listConnections, listConnectOffers } from "../queries.ts";
import { connectInput, connectWithPasswordInput } from "../schemas.ts";
import { beginConsent, finishConsent } from "./mutations.ts";

let simulator: Simulator;
let now: Date;

beforeAll(async () => {
  simulator = await startSimulator({ now: () => now.getTime() });
  env.NETWORK_SIMULATOR = simulator.origin;
});
afterAll(async () => {
  env.NETWORK_SIMULATOR = undefined;
  await simulator.close();
});
beforeEach(() => {
  now = new Date("2026-11-23T09:00:00Z");
  vi.spyOn(clock, "now").mockImplementation(() => now);
});
afterEach(async () => {
  await simulator.reset();
  await db.delete(networkApps);
});

const networks = ["linkedin", "x", "mastodon"] as const;
const makeEmployee = async () => makeActor((await makeOrganization()).id);
const handles = async (actor: MemberActor) => (await listConnections(actor)).map(({ handle }) => handle);
const revocations = async () =>
  (await simulator.requests()).filter(({ path }) => path.endsWith("/revoke")).length;
const exchanges = async () =>
  (await simulator.requests()).filter(({ body }) => String(body).includes("authorization_code")).length;
const begin = (actor: MemberActor, sessionId: string, input: object = {}) =>
  beginConsent(
    actor,
    sessionId,
    connectInput.parse({ network: "x", server: "mastodon.test", returnTo: "/stories/one", ...input }),
  );

test.each(networks)(
  "consent on %s connects the account, and the member goes on where they were",
  async (network) => {
    const actor = await makeEmployee();
    const sessionId = newId();
    const address = await begin(actor, sessionId, { network });
    await simulator.consent({ account: "alice", decision: "approve" });
    const landing = await finishConsent(actor, sessionId, { network, ...(await decideAt(address)) });
    expect(pathOf(landing)).toBe("/stories/one");
    expect(await listConnections(actor)).toMatchObject([
      { network, displayName: "Alice Ashby", state: "ok", isSimulated: true },
    ]);
  },
);

test.each(
  networks.flatMap((network) =>
    (["deny_login", "deny_consent"] as const).map((decision) => ({ network, decision })),
  ),
)("12. $decision on $network connects nothing and says so", async ({ network, decision }) => {
  const actor = await makeEmployee();
  const { landing } = await goThroughConsent(simulator, actor, network, { decision });
  expect(landing).toMatchObject({ result: "denied", network });
  expect(await listConnections(actor)).toEqual([]);
  expect(await exchanges()).toBe(0);
});

test("12. an answer is taken once: a replay, also at the same moment, changes nothing", async () => {
  const actor = await makeEmployee();
  const sessionId = newId();
  const address = await begin(actor, sessionId);
  await simulator.consent({ account: "alice", decision: "approve" });
  const query = await decideAt(address);
  const finish = async () => (await finishConsent(actor, sessionId, { network: "x", ...query })).result;
  expect((await Promise.all([finish(), finish(), finish()])).sort()).toEqual(["connected", "used", "used"]);
  expect(await finish()).toBe("used");
  expect(await exchanges()).toBe(1);
});

test.each([
  { name: "no state", change: { state: undefined } },
  { name: "a made-up state", change: { state: "made up" } },
  { name: "another network's address", change: { network: "linkedin" as const } },
])("12. with $name nothing is exchanged", async ({ change }) => {
  const actor = await makeEmployee();
  const sessionId = newId();
  const address = await begin(actor, sessionId);
  await simulator.consent({ account: "alice", decision: "approve" });
  const query = await decideAt(address);
  const landing = await finishConsent(actor, sessionId, { network: "x", ...query, ...change });
  expect(landing).toMatchObject({ result: "foreign", requestId: null, returnTo: null });
  expect(await exchanges()).toBe(0);
});

test("12. what one member began no other finishes: not a colleague, not a stranger, not another session", async () => {
  const organization = await makeOrganization();
  const actor = await makeActor(organization.id);
  const sessionId = newId();
  const address = await begin(actor, sessionId);
  await simulator.consent({ account: "alice", decision: "approve" });
  const input = { network: "x" as const, ...(await decideAt(address)) };
  for (const other of [await makeActor(organization.id, ["admin"]), await makeForeignActor()])
    expect((await finishConsent(other, sessionId, input)).result).toBe("foreign");
  expect((await finishConsent(actor, newId(), input)).result).toBe("foreign");
  expect(await exchanges()).toBe(0);
  // Nor did they use it up.
  expect((await finishConsent(actor, sessionId, input)).result).toBe("connected");
});

test("who comes back after ten minutes begins again", async () => {
  const actor = await makeEmployee();
  const sessionId = newId();
  const address = await begin(actor, sessionId);
  await simulator.consent({ account: "alice", decision: "approve" });
  const query = await decideAt(address);
  now = new Date(now.getTime() + 10 * 60_000);
  expect((await finishConsent(actor, sessionId, { network: "x", ...query })).result).toBe("late");
  expect(await exchanges()).toBe(0);
});

test("12. a code that the network calls expired is begun again, and one that it could not take is tried later", async () => {
  const actor = await makeEmployee();
  const sessionId = newId();
  const address = await begin(actor, sessionId);
  await simulator.consent({ account: "alice", decision: "approve" });
  const query = await decideAt(address);
  now = new Date(now.getTime() + 60_000);
  expect((await finishConsent(actor, sessionId, { network: "x", ...query })).result).toBe("start_again");
  await simulator.script({ match: { path: "/2/oauth2/token" }, times: 2, effect: { kind: "drop_before" } });
  expect((await goThroughConsent(simulator, actor, "x")).landing.result).toBe("try_later");
  expect(await listConnections(actor)).toEqual([]);
});

test("an app that LinkedIn does not accept is the admin's to mend, and is told once", async () => {
  const organization = await makeOrganization();
  const admin = await makeActor(organization.id, ["admin"]);
  const actor = await makeActor(organization.id);
  Object.assign(env, { LINKEDIN_SCOPES: "w_member_social r_member_social_feed_of_others" });
  for (let tries = 0; tries < 2; tries++)
    expect((await goThroughConsent(simulator, actor, "linkedin")).landing.result).toBe("app_refused");
  Object.assign(env, { LINKEDIN_SCOPES: "openid profile email w_member_social" });
  expect((await listNotices(admin, 1)).notices).toHaveLength(1);
  expect((await listNotices(actor, 1)).notices).toEqual([]);
});

test("12. the same account again stays the same connection; another one is asked about and can be kept away", async () => {
  const actor = await makeEmployee();
  const id = await makeConnection(simulator, actor, "x");
  expect(await makeConnection(simulator, actor, "x")).toBe(id);

  const { landing } = await goThroughConsent(simulator, actor, "x", { account: "bob" });
  expect(landing.result).toBe("other");
  expect(await handles(actor)).toEqual(["alice"]);
  const requestId = landing.requestId ?? "";
  expect(await findAccountChoice(actor, requestId)).toMatchObject({
    connected: "Alice Ashby (alice)",
    other: "Bob Birch (bob)",
  });
  const foreigner = await makeForeignActor();
  expect(await findAccountChoice(foreigner, requestId)).toBeNull();
  await expect(chooseAccount(foreigner, { requestId, choice: "change" })).rejects.toMatchObject({
    code: "not_found",
  });

  expect(await chooseAccount(actor, { requestId, choice: "keep" })).toEqual({ result: "kept" });
  expect(await handles(actor)).toEqual(["alice"]);
  expect((await simulator.requests("x")).filter(({ path }) => path.endsWith("/revoke"))).toHaveLength(1);
  expect(await withAccess(actor, id, async ({ handle }) => handle)).toBe("alice");
});

test("another account can be changed to, once and within ten minutes, under the same connection", async () => {
  const actor = await makeEmployee();
  const id = await makeConnection(simulator, actor, "x");
  const { landing } = await goThroughConsent(simulator, actor, "x", { account: "bob" });
  const choice = { requestId: landing.requestId ?? "", choice: "change" as const };
  const late = await goThroughConsent(simulator, actor, "x", { account: "bob" });
  expect(await chooseAccount(actor, choice)).toEqual({ result: "connected" });
  await expect(chooseAccount(actor, choice)).rejects.toMatchObject({ code: "not_found" });
  expect(await listConnections(actor)).toMatchObject([{ id, handle: "bob" }]);
  expect(await revocations()).toBe(1);
  expect(await withAccess(actor, id, async ({ handle }) => handle)).toBe("bob");
  now = new Date(now.getTime() + 11 * 60_000);
  await expect(
    chooseAccount(actor, { requestId: late.landing.requestId ?? "", choice: "change" }),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("a disconnected account is forgotten here and given back there, and any account may come next", async () => {
  const organization = await makeOrganization();
  const [actor, admin] = [await makeActor(organization.id), await makeActor(organization.id, ["admin"])];
  const id = await makeConnection(simulator, actor, "x");
  await expect(disconnect(admin, { connectionId: id })).rejects.toMatchObject({ code: "forbidden" });
  await expect(disconnect(await makeForeignActor(), { connectionId: id })).rejects.toMatchObject({
    code: "not_found",
  });
  await disconnect(actor, { connectionId: id });
  await disconnect(actor, { connectionId: id });
  expect(await listConnections(actor)).toEqual([]);
  expect(await db.select().from(connectionTokens).where(eq(connectionTokens.connectionId, id))).toEqual([]);
  expect(
    (await simulator.requests("x")).filter(({ path }) => path.endsWith("/revoke")).length,
  ).toBeGreaterThan(0);
  expect(await withAccess(actor, id, async () => "used")).toEqual({
    kind: "needs_reconnect",
    reason: "revoked",
  });
  expect((await goThroughConsent(simulator, actor, "x", { account: "bob" })).landing.result).toBe(
    "connected",
  );
  expect(await listConnections(actor)).toMatchObject([{ id, handle: "bob" }]);
  const { events } = await listAuditEvents(admin, {});
  expect(events.map(({ did }) => did)).toEqual([
    "connected an account on a network",
    "disconnected an account on a network",
    "connected an account on a network",
  ]);
});

test("two who connect to a new server at once register Herald there, and both come back", async () => {
  const actors = [await makeEmployee(), await makeEmployee()];
  const results = await Promise.all(
    actors.map(async (actor) => (await goThroughConsent(simulator, actor, "mastodon")).landing.result),
  );
  expect(results).toEqual(["connected", "connected"]);
  expect(await db.select().from(networkApps)).toHaveLength(1);
  await goThroughConsent(simulator, await makeEmployee(), "mastodon");
  expect(
    (await simulator.requests("mastodon")).filter(({ path }) => path === "/api/v1/apps").length,
  ).toBeLessThan(3);
});

async function allow(actor: MemberActor, sessionId: string) {
  const address = await begin(actor, sessionId, { network: "mastodon" });
  await simulator.consent({ account: "alice", decision: "approve" });
  return decideAt(address);
}

test("an answer that another server says it gives is not taken", async () => {
  const [actor, sessionId] = [await makeEmployee(), newId()];
  const query = await allow(actor, sessionId);
  const answer = { network: "mastodon" as const, ...query, iss: "https://evil.test/" };
  expect(await finishConsent(actor, sessionId, answer)).toMatchObject({ result: "foreign" });
  expect(await exchanges()).toBe(0);
  const again = await allow(actor, sessionId);
  const iss = `${simulator.origin}/`;
  expect(await finishConsent(actor, sessionId, { network: "mastodon", ...again, iss })).toMatchObject({
    result: "connected",
  });
});

test("the app that somebody is on their way with is not registered anew meanwhile", async () => {
  const [actor, sessionId] = [await makeEmployee(), newId()];
  await begin(actor, sessionId, { network: "mastodon" });
  now = new Date(now.getTime() + 86_400_000 - 60_000);
  const query = await allow(actor, sessionId);
  now = new Date(now.getTime() + 2 * 60_000);
  await begin(await makeEmployee(), newId(), { network: "mastodon" });
  expect(await finishConsent(actor, sessionId, { network: "mastodon", ...query })).toMatchObject({
    result: "connected",
  });
});

test("a server that forgot Herald is registered at anew", async () => {
  const actor = await makeEmployee();
  await simulator.script({
    match: { path: "/oauth/token" },
    effect: { kind: "status", status: 401, body: { error: "invalid_client" } },
  });
  expect((await goThroughConsent(simulator, actor, "mastodon")).landing.result).toBe("start_again");
  expect((await goThroughConsent(simulator, actor, "mastodon")).landing.result).toBe("connected");
});

test("what was not allowed is missed at once", async () => {
  const actor = await makeEmployee();
  await simulator.script({
    match: { path: "/2/oauth2/token" },
    effect: {
      kind: "status",
      status: 200,
      processed: true,
      body: { access_token: "t", token_type: "bearer", expires_in: 7200, scope: "users.read tweet.read" },
    },
  });
  await simulator.script({
    match: { path: "/2/users/me" },
    effect: {
      kind: "status",
      status: 200,
      body: { data: { id: "7", username: "alice", name: "Alice Ashby" } },
    },
  });
  expect((await goThroughConsent(simulator, actor, "x")).landing.result).toBe("scope_missing");
  expect(await listConnections(actor)).toMatchObject([{ state: "scope_missing" }]);
});

test("Bluesky takes an app password and says what is wrong with another one", async () => {
  const actor = await makeEmployee();
  const connect = (password: string, identifier = "alice.test") =>
    connectWithPassword(
      actor,
      newId(),
      connectWithPasswordInput.parse({ network: "bluesky", server: "bsky.social", identifier, password }),
    );
  await expect(connect("my own password")).rejects.toMatchObject({ code: "invalid" });
  await expect(connect("aaaa-bbbb-cccc-dddd")).rejects.toMatchObject({ code: "invalid" });
  expect(await connect("abcd-efgh-ijkl-mnop")).toMatchObject({ result: "connected" });
  const { result, requestId } = await connect("abcd-efgh-ijkl-mnop", "bob.test");
  expect(result).toBe("other");
  await chooseAccount(actor, { requestId, choice: "change" });
  expect(await handles(actor)).toEqual(["bob.test"]);
});

test.each(["", "localhost", "127.0.0.1", "two words"])("'%s' is no server to be sent to", async (server) => {
  env.NETWORK_SIMULATOR = undefined;
  const asked = begin(await makeEmployee(), newId(), { network: "mastodon", server });
  await expect(asked).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining("mastodon.social"),
  });
  env.NETWORK_SIMULATOR = simulator.origin;
});

const noPaths = [
  "//evil.test",
  "/\\evil.test",
  "https://evil.test",
  "javascript:alert(1)",
  "/a\nb",
  "/a\u0000",
  "/日本",
];
test.each([...noPaths, "/\uD800"])("nobody is sent on to %j", (returnTo) =>
  expect(connectInput.parse({ network: "x", returnTo }).returnTo).toBe("/me/connections"),
);

test("neither state nor code nor token is readable in the database", async () => {
  const actor = await makeEmployee();
  const { query } = await goThroughConsent(simulator, actor, "x");
  const rows = await db
    .select()
    .from(connectionRequests)
    .where(eq(connectionRequests.memberId, actor.memberId));
  expect(rows).toHaveLength(1);
  const stored = JSON.stringify(rows);
  for (const secret of [query.state, query.code]) expect(stored).not.toContain(secret);
  expect(rows[0]?.codeVerifier).toMatch(/^v1\./);
});

test("every network that can be connected is offered, paid ones only where an admin turned them on", async () => {
  const offers = await listConnectOffers(await makeEmployee());
  expect(offers.map(({ network, isSetUp, publishes }) => [network, isSetUp, publishes])).toEqual([
    ["linkedin", true, true],
    ["x", true, false],
    ["bluesky", true, true],
    ["mastodon", true, true],
  ]);
});
