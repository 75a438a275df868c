import { afterEach, expect, test, vi } from "vitest";
import { clock } from "#lib/clock.ts";
import { whenAllowed } from "./answers.ts";
import { readCreated } from "./create.ts";

afterEach(() => vi.restoreAllMocks());

const poster = { handle: "alice", grantedScopes: ["tweet.read", "tweet.write", "users.read"] };
const heard = (status: number, body: unknown, { headers = {}, isCut = false } = {}) => ({
  kind: "answer" as const,
  status,
  headers,
  text: typeof body === "string" ? body : JSON.stringify(body),
  isCut,
});

const creditsDepleted =
  '{"title":"CreditsDepleted","detail":"Your enrolled account [1857000000000000001] does not have any credits to fulfill this request.","type":"https://api.twitter.com/2/problems/credits"}';
const problem = (name: string) => `https://api.x.com/2/problems/${name}`;
const forbidden = (detail: string, type = "about:blank") => ({
  detail,
  type,
  title: "Forbidden",
  status: 403,
});

test("the answer of an account without credits is the captured one", () =>
  expect(Buffer.byteLength(creditsDepleted)).toBe(185));

test.each<{ name: string; status: number; body: unknown; outcome: object }>([
  {
    name: "a post",
    status: 201,
    body: {
      data: { id: "1445880548472328192", text: "Hello", edit_history_tweet_ids: ["1445880548472328192"] },
    },
    outcome: {
      kind: "published",
      externalId: "1445880548472328192",
      url: "https://x.com/alice/status/1445880548472328192",
    },
  },
  { name: "no id", status: 201, body: { data: {} }, outcome: { kind: "published_id_unknown" } },
  {
    name: "an id that is a number",
    status: 201,
    body: { data: { id: 1445 } },
    outcome: { kind: "published_id_unknown" },
  },
  { name: "a page", status: 201, body: "<html>", outcome: { kind: "unknown", because: "unreadable" } },
  {
    name: "half of JSON",
    status: 201,
    body: '{"data":{"id":"14458',
    outcome: { kind: "unknown", because: "unreadable" },
  },
  { name: "nothing", status: 204, body: "", outcome: { kind: "unknown", because: "unreadable" } },
  {
    name: "an invalid request",
    status: 400,
    body: { title: "Invalid Request", detail: "One or more parameters", type: problem("invalid-request") },
    outcome: { kind: "rejected", reason: "content" },
  },
  {
    name: "no token any more",
    status: 401,
    body: { title: "Unauthorized", type: "about:blank", status: 401, detail: "Unauthorized" },
    outcome: { kind: "needs_reconnect", reason: "expired" },
  },
  {
    name: "no credits",
    status: 402,
    body: creditsDepleted,
    outcome: {
      kind: "app_blocked",
      reason: "credits",
      detail: expect.stringContaining("does not have any credits"),
    },
  },
  {
    name: "a duplicate",
    status: 403,
    body: forbidden("You are not allowed to create a Tweet with duplicate content."),
    outcome: { kind: "rejected", reason: "duplicate" },
  },
  {
    name: "the catch-all",
    status: 403,
    body: forbidden("You are not permitted to perform this action."),
    outcome: { kind: "rejected", reason: "content" },
  },
  ...["unsupported-authentication", "client-forbidden"].map((name) => ({
    name,
    status: 403,
    body: forbidden("", problem(name)),
    outcome: { kind: "app_blocked", reason: "product" },
  })),
  {
    name: "a suspended member",
    status: 403,
    body: forbidden("User is suspended", "https://api.twitter.com/2/problems/user-suspended"),
    outcome: { kind: "needs_reconnect", reason: "revoked" },
  },
  {
    name: "a suspended member in other words",
    status: 403,
    body: forbidden("Not now", problem("user-suspended")),
    outcome: { kind: "needs_reconnect", reason: "revoked" },
  },
  ...[403, 429].map((status) => ({
    name: "a cap of the month",
    status,
    body: {
      title: "UsageCapExceeded",
      detail: "Usage cap exceeded: Monthly product cap",
      type: problem("usage-capped"),
    },
    outcome: { kind: "app_blocked", reason: "credits" },
  })),
  {
    name: "too many",
    status: 429,
    body: { title: "Too Many Requests", type: "about:blank", status: 429, detail: "Too Many Requests" },
    outcome: { kind: "retry_after" },
  },
  {
    name: "an error of the server",
    status: 500,
    body: "",
    outcome: { kind: "unknown", because: "server_error" },
  },
  { name: "a gateway", status: 503, body: "<html>", outcome: { kind: "unknown", because: "server_error" } },
  { name: "a time-out there", status: 408, body: "", outcome: { kind: "unknown", because: "server_error" } },
  { name: "a redirect", status: 307, body: "", outcome: { kind: "unknown", because: "unreadable" } },
])("$name ($status) means $outcome.kind", ({ status, body, outcome }) =>
  expect(readCreated(heard(status, body), poster)).toMatchObject(outcome),
);

test("what the member did not allow wants their consent", () =>
  expect(
    readCreated(heard(403, forbidden("You are not permitted to perform this action.")), {
      ...poster,
      grantedScopes: ["tweet.read", "users.read"],
    }),
  ).toEqual({ kind: "needs_reconnect", reason: "scope" }));

const now = Date.parse("2026-11-23T12:00:00Z");
const inSeconds = (seconds: number) => String(now / 1000 + seconds);

test.each<{ name: string; headers: Record<string, string>; seconds: number }>([
  {
    name: "the window that is used up",
    headers: { "x-rate-limit-remaining": "0", "x-rate-limit-reset": inSeconds(300) },
    seconds: 300,
  },
  {
    name: "the latest of those that are used up",
    headers: {
      "x-rate-limit-remaining": "0",
      "x-rate-limit-reset": inSeconds(300),
      "x-user-limit-24hour-remaining": "0",
      "x-user-limit-24hour-reset": inSeconds(7200),
      "x-app-limit-24hour-remaining": "12",
      "x-app-limit-24hour-reset": inSeconds(80_000),
    },
    seconds: 7200,
  },
  { name: "a quarter of an hour when nothing is said", headers: {}, seconds: 900 },
  {
    name: "a quarter of an hour when the window is over already",
    headers: { "x-rate-limit-remaining": "0", "x-rate-limit-reset": inSeconds(-5) },
    seconds: 900,
  },
])("after too many calls it waits for $name", ({ headers, seconds }) => {
  vi.spyOn(clock, "now").mockReturnValue(new Date(now));
  const times = Array.from({ length: 50 }, () => (whenAllowed(headers).at.getTime() - now) / 1000);
  expect(Math.min(...times)).toBeGreaterThan(seconds);
  expect(Math.max(...times)).toBeLessThanOrEqual(seconds + 61);
  expect(new Set(times).size).toBeGreaterThan(10);
});
