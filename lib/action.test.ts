import { glob } from "node:fs/promises";
import { resolve } from "node:path";
import { encode } from "next-auth/jwt";
import { beforeAll, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { newId } from "#db/columns.ts";
import { action, isAction } from "#lib/action.ts";
import { getActor } from "#lib/auth/actor.ts";
import { sessionCookieName } from "#lib/auth/session-token.ts";
import { closeSession, openSession } from "#lib/auth/sessions.ts";
import { findOrCreateUser } from "#lib/auth/users.ts";
import { env } from "#lib/env.ts";
import { publicRouteHandler, routeHandler } from "#lib/route-handler.ts";
import { makeMember, makeOrganization } from "#lib/test/factories.ts";
import { request } from "#lib/test/request.ts";

const ours = { origin: "http://herald.test" };
const actions = new Map<string, (input: unknown) => Promise<unknown>>();

beforeAll(async () => {
  for await (const file of glob("lib/**/actions.ts")) {
    const module: Record<string, unknown> = await import(resolve(file));
    for (const [name, value] of Object.entries(module))
      actions.set(`${file} ${name}`, value as (input: unknown) => Promise<unknown>);
  }
});

beforeEach(() => {
  request().headers = new Headers(ours);
});

test("every export of every actions.ts is made by action()", () => {
  const bare = [...actions].filter(([, value]) => !isAction(value)).map(([name]) => name);
  expect(bare).toEqual([]);
  expect(actions.size).toBeGreaterThan(12);
});

test("every action, called signed out, does nothing but say so", async () => {
  for (const [name, call] of actions)
    expect(await call({}), name).toMatchObject({ ok: false, code: "signed_out" });
});

test("every action refuses a request that another site sent, before anything else", async () => {
  request().headers = new Headers({ origin: "https://evil.test" });
  for (const [name, call] of actions)
    expect(await call({}), name).toMatchObject({ ok: false, code: "forbidden" });
});

test.each([
  { name: "our origin", headers: ours, code: "signed_out" },
  { name: "no origin, from our own page", headers: { "sec-fetch-site": "same-origin" }, code: "signed_out" },
  { name: "neither origin nor site", headers: {}, code: "forbidden" },
  { name: "another origin", headers: { origin: "https://evil.test" }, code: "forbidden" },
  { name: "an opaque origin", headers: { origin: "null" }, code: "forbidden" },
  { name: "our host on another port", headers: { origin: "http://herald.test:81" }, code: "forbidden" },
  { name: "our host by another scheme", headers: { origin: "https://herald.test" }, code: "forbidden" },
  { name: "another site of our domain", headers: { "sec-fetch-site": "same-site" }, code: "forbidden" },
  {
    name: "another origin that says it is the same site",
    headers: { origin: "https://evil.test", "sec-fetch-site": "same-origin" },
    code: "forbidden",
  },
])("a request with $name gets $code", async ({ headers, code }) => {
  request().headers = new Headers(Object.entries(headers));
  const run = vi.fn(async () => "done");
  expect(await action(z.unknown(), run)({})).toMatchObject({ ok: false, code });
  expect(run).not.toHaveBeenCalled();
});

test("an action acts for the member of the cookie's session, and no longer once it has ended", async () => {
  const member = await makeMember((await makeOrganization()).id);
  const user = { userId: await findOrCreateUser(member.email), email: member.email, name: null };
  const sid = await openSession(user);
  request().cookies.set(sessionCookieName, await encode({ token: { sid }, secret: env.AUTH_SECRET }));
  const whoAmI = action(z.strictObject({}), async (actor) => actor.memberId);
  expect(await whoAmI({})).toEqual({ ok: true, data: member.id });
  expect(await whoAmI(JSON.parse('{"more":"than asked"}'))).toMatchObject({ ok: false, code: "invalid" });
  await closeSession(sid);
  expect(await whoAmI({})).toMatchObject({ ok: false, code: "signed_out" });
});

test.each([
  { name: "signed with another secret", secret: "another secret that is long enough too" },
  { name: "that names no session", secret: env.AUTH_SECRET, token: { sub: newId() } },
])("a cookie $name is nobody's", async ({ secret, token = { sid: newId() } }) => {
  request().cookies.set(sessionCookieName, await encode({ token, secret }));
  expect(await getActor()).toBeNull();
});

test.each([
  { name: "401 to who is signed out", headers: {}, status: 401 },
  { name: "403 to another site's page", headers: { "sec-fetch-site": "cross-site" }, status: 403 },
])("a handler answers $name", async ({ headers, status }) => {
  const run = vi.fn(async () => "secret");
  const handler = routeHandler(z.looseObject({}), run);
  const asked = new Request("http://herald.test/api/stories", {
    headers: new Headers(Object.entries(headers)),
  });
  const response = await handler(asked, { params: Promise.resolve({}) });
  expect(response.status).toBe(status);
  expect(run).not.toHaveBeenCalled();
});

test.each([
  { name: "what was posted is read with the rest", body: '{"text":"Rain"}', read: { id: "1", text: "Rain" } },
  { name: "what is no JSON is refused", body: "Rain", read: null },
  { name: "what is too much is refused", body: JSON.stringify({ text: "a".repeat(70_000) }), read: null },
])("of a question that is posted, $name", async ({ body, read }) => {
  const run = vi.fn(async () => "answer");
  const handler = publicRouteHandler(z.looseObject({}), run);
  const asked = new Request("http://herald.test/api/shares/sameness", { method: "POST", body });
  const response = await handler(asked, { params: Promise.resolve({ id: "1" }) });
  expect(response.status).toBe(read ? 200 : 422);
  expect(run.mock.calls).toEqual(read ? [[read]] : []);
});
