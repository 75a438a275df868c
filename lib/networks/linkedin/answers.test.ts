import { afterEach, expect, test, vi } from "vitest";
import { clock } from "#lib/clock.ts";
import type { PublishOutcome } from "../publisher.ts";
import { readRefusal } from "./answers.ts";
import { readCreated } from "./create.ts";
import { urnIn } from "./duplicate.ts";

afterEach(() => vi.restoreAllMocks());

const poster = { grantedScopes: ["openid", "profile", "w_member_social"] };
const heard = (status: number, body: unknown, headers = {}) => ({
  kind: "answer" as const,
  status,
  headers,
  text: typeof body === "string" ? body : JSON.stringify(body),
  isCut: false,
});

const urn = "urn:li:share:7295588489876647936";
const duplicateOf = (what: string) => ({
  errorDetailType: "com.linkedin.common.error.BadRequest",
  message: `com.linkedin.content.common.exception.BadRequestResponseException: Content is a duplicate of ${what}`,
  errorDetails: {
    inputErrors: [{ description: "Duplicate post is detected", input: {}, code: "DUPLICATE_POST" }],
  },
  status: 422,
});

test.each([
  { body: JSON.stringify(duplicateOf(urn)), found: urn },
  { body: JSON.stringify(duplicateOf("urn:li:ugcPost:12")), found: "urn:li:ugcPost:12" },
  { body: JSON.stringify(duplicateOf("urn:li:person:782bbtaQ")), found: null },
])("the post that a duplicate names: $found", ({ body, found }) => expect(urnIn(body)).toBe(found));

test.each<{ name: string; status: number; body: unknown; outcome: object }>([
  {
    name: "a body that is no JSON",
    status: 400,
    body: {
      status: 400,
      code: "ILLEGAL_ARGUMENT",
      message: "Request body could not be converted to data map",
    },
    outcome: { kind: "rejected", reason: "content" },
  },
  ...["MISSING_FIELD", "INVALID_URN_TYPE", "INVALID_URN_ID", "INVALID_VALUE_FOR_FIELD"].map((code) => ({
    name: code,
    status: 400,
    body: { status: 400, code, message: "no" },
    outcome: { kind: "rejected", reason: "content" },
  })),
  {
    name: "too long",
    status: 400,
    body: { status: 400, code: "FIELD_LENGTH_TOO_LONG", message: "The field commentary is too long" },
    outcome: { kind: "rejected", reason: "too_long" },
  },
  {
    name: "a picture that failed",
    status: 400,
    body: { status: 400, code: "MEDIA_ASSET_PROCESSING_FAILED", message: "" },
    outcome: { kind: "rejected", reason: "media" },
  },
  {
    name: "a picture that is not ready",
    status: 400,
    body: { status: 400, code: "MEDIA_ASSET_WAITING_UPLOAD", message: "" },
    outcome: { kind: "retry_after" },
  },
  {
    name: "an invalid token",
    status: 401,
    body: { serviceErrorCode: 65600, message: "Invalid access token", status: 401 },
    outcome: { kind: "needs_reconnect", reason: "revoked" },
  },
  {
    name: "a revoked token",
    status: 401,
    body: {
      status: 401,
      serviceErrorCode: 65601,
      code: "REVOKED_ACCESS_TOKEN",
      message: "The token used in the request has been revoked by the user",
    },
    outcome: { kind: "needs_reconnect", reason: "revoked" },
  },
  {
    name: "an expired token",
    status: 401,
    body: {
      status: 401,
      serviceErrorCode: 65602,
      code: "EXPIRED_ACCESS_TOKEN",
      message: "The token used in the request has expired",
    },
    outcome: { kind: "needs_reconnect", reason: "expired" },
  },
  {
    name: "an expired token under another number",
    status: 401,
    body: { status: 401, serviceErrorCode: 65601, code: "EXPIRED_ACCESS_TOKEN", message: "" },
    outcome: { kind: "needs_reconnect", reason: "expired" },
  },
  {
    name: "a number alone",
    status: 401,
    body: { status: 401, serviceErrorCode: 65602 },
    outcome: { kind: "needs_reconnect", reason: "expired" },
  },
  {
    name: "an app that may not",
    status: 403,
    body: { status: 403, serviceErrorCode: 100, code: "ACCESS_DENIED", message: "Not enough permissions" },
    outcome: { kind: "app_blocked", reason: "product", detail: "Not enough permissions" },
  },
  {
    name: "a conflict",
    status: 409,
    body: { code: "CONFLICT" },
    outcome: { kind: "retry_after" },
  },
  {
    name: "a body of the wrong shape",
    status: 422,
    body: {
      message: "ERROR :: /author :: field is required but not found and has no default value\n",
      status: 422,
    },
    outcome: { kind: "rejected", reason: "content" },
  },
  {
    name: "a duplicate",
    status: 422,
    body: duplicateOf(urn),
    outcome: { kind: "rejected", reason: "duplicate", url: `https://www.linkedin.com/feed/update/${urn}/` },
  },
  {
    name: "a duplicate of no post",
    status: 422,
    body: duplicateOf("urn:li:person:782bbtaQ"),
    outcome: { kind: "rejected", reason: "duplicate" },
  },
  {
    name: "a version that is over",
    status: 426,
    body: { status: 426, code: "NONEXISTENT_VERSION", message: "Requested version 20250801 is not active" },
    outcome: { kind: "app_blocked", reason: "version", detail: "Requested version 20250801 is not active" },
  },
  {
    name: "no version",
    status: 400,
    body: { status: 400, code: "VERSION_MISSING", message: "A version must be present" },
    outcome: { kind: "app_blocked", reason: "version", detail: "A version must be present" },
  },
  {
    name: "an error of the server",
    status: 500,
    body: "",
    outcome: { kind: "unknown", because: "server_error" },
  },
  { name: "a gateway", status: 504, body: "<html>", outcome: { kind: "unknown", because: "server_error" } },
  { name: "a time-out there", status: 408, body: "", outcome: { kind: "unknown", because: "server_error" } },
  { name: "a redirect", status: 302, body: "", outcome: { kind: "unknown", because: "unreadable" } },
  { name: "an empty 201", status: 201, body: "", outcome: { kind: "published_id_unknown" } },
  { name: "201 with JSON", status: 201, body: {}, outcome: { kind: "published_id_unknown" } },
  {
    name: "201 with a page",
    status: 201,
    body: "<html>",
    outcome: { kind: "unknown", because: "unreadable" },
  },
  { name: "204", status: 204, body: "", outcome: { kind: "unknown", because: "unreadable" } },
  { name: "half of JSON", status: 200, body: '{"id', outcome: { kind: "unknown", because: "unreadable" } },
])("$name ($status) means $outcome.kind", ({ status, body, outcome }) =>
  expect(readCreated(heard(status, body), poster)).toMatchObject(outcome),
);

test.each(["x-restli-id", "x-linkedin-id"])("the post's name is read from %s", (header) =>
  expect(readCreated(heard(201, "", { [header]: "urn%3Ali%3Ashare%3A72" }), poster)).toEqual({
    kind: "published",
    externalId: "urn:li:share:72",
    url: "https://www.linkedin.com/feed/update/urn:li:share:72/",
  }),
);

test("what the member did not allow wants their consent, and not an admin", () =>
  expect(readRefusal(heard(403, { code: "ACCESS_DENIED" }), { grantedScopes: ["openid"] })).toEqual({
    kind: "needs_reconnect",
    reason: "scope",
  } satisfies PublishOutcome));

test("a quota comes back at midnight of UTC, and not for everybody in the same second", () => {
  vi.spyOn(clock, "now").mockReturnValue(new Date("2026-11-23T18:30:00Z"));
  const body = { status: 429, serviceErrorCode: 101, code: "TOO_MANY_REQUESTS", message: "DAY limit" };
  const times = Array.from({ length: 50 }, () => {
    const outcome = readRefusal(heard(429, body), poster);
    return outcome?.kind === "retry_after" ? outcome.at.getTime() : 0;
  });
  expect(Math.min(...times)).toBeGreaterThanOrEqual(Date.parse("2026-11-24T00:00:00Z"));
  expect(Math.max(...times)).toBeLessThan(Date.parse("2026-11-24T00:10:00Z"));
  expect(new Set(times).size).toBeGreaterThan(10);
});
