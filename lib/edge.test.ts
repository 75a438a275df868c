import { createServer, request as send } from "node:http";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { z } from "zod";
import { passEdge } from "#lib/edge.ts";

type Settings = Parameters<typeof passEdge>[2];
type Sent = { method?: string; path?: string; headers?: Record<string, string> };

const https: Settings = { publicUrl: "https://herald.acme.test", proxies: 1, isDevelopment: false };

/** Sends one request over HTTP through the edge to a server that tells what it was given. */
async function throughEdge(settings: Settings, { method = "GET", path = "/", headers = {} }: Sent) {
  const server = createServer((request, response) => {
    if (passEdge(request, response, settings)) return;
    response.end(JSON.stringify({ url: request.url, headers: request.headers }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  const withPort = Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, value.replace("PORT", String(port))]),
  );
  try {
    const outgoing = send({ port, host: "127.0.0.1", method, path, headers: withPort }).end();
    const response = await new Promise<import("node:http").IncomingMessage>((resolve, reject) =>
      outgoing.once("response", resolve).once("error", reject),
    );
    const body = await text(response);
    return { port, status: response.statusCode, headers: response.headers, seen: parseSeen(body) };
  } finally {
    server.close();
  }
}

const parseSeen = (body: string) =>
  body
    ? z.object({ url: z.string(), headers: z.record(z.string(), z.string()) }).parse(JSON.parse(body))
    : null;

test.each([
  { name: "that keeps the Host", host: "herald.acme.test" },
  { name: "that rewrites the Host", host: "10.0.0.7:3000" },
])("behind a proxy $name, Next sees the public address", async ({ host }) => {
  const { seen } = await throughEdge(https, {
    headers: {
      host,
      "x-forwarded-host": "evil.test",
      "x-forwarded-proto": "http",
      "x-forwarded-for": "198.51.100.4",
    },
  });
  expect(seen?.headers).toMatchObject({
    host: "herald.acme.test",
    "x-forwarded-host": "herald.acme.test",
    "x-forwarded-proto": "https",
    "x-herald-ip": "198.51.100.4",
  });
});

test("what a stranger may not say is taken out of the request", async () => {
  const { seen } = await throughEdge(https, {
    headers: {
      forwarded: "for=1.2.3.4",
      "x-real-ip": "1.2.3.4",
      "x-forwarded-port": "99",
      "x-nonce": "chosen",
      "x-herald-ip": "1.2.3.4",
      "x-herald-anything": "1",
      "x-middleware-subrequest": "middleware",
      "content-security-policy": "script-src 'nonce-chosen'",
      "content-security-policy-report-only": "script-src 'nonce-chosen'",
      "x-kept": "yes",
    },
  });
  const headers = seen?.headers ?? {};
  expect(Object.keys(headers).sort()).toEqual([
    "connection",
    "content-security-policy",
    "host",
    "x-forwarded-for",
    "x-forwarded-host",
    "x-forwarded-proto",
    "x-herald-ip",
    "x-herald-path",
    "x-kept",
    "x-nonce",
  ]);
  expect(JSON.stringify(headers)).not.toMatch(/chosen|1\.2\.3\.4/);
});

test.each([
  { proxies: 0, forwarded: "203.0.113.9", address: "127.0.0.1" },
  { proxies: 1, forwarded: "203.0.113.9", address: "203.0.113.9" },
  { proxies: 1, forwarded: "6.6.6.6, 203.0.113.9", address: "203.0.113.9" },
  { proxies: 2, forwarded: "6.6.6.6, 203.0.113.9, 10.0.0.2", address: "203.0.113.9" },
  { proxies: 2, forwarded: "203.0.113.9", address: "127.0.0.1" },
  { proxies: 1, forwarded: "not an address", address: "127.0.0.1" },
  { proxies: 1, forwarded: "203.0.113.9:5121", address: "203.0.113.9" },
  { proxies: 1, forwarded: "[2001:db8::1]:443", address: "2001:db8::1" },
  { proxies: 1, forwarded: "::ffff:203.0.113.9", address: "203.0.113.9" },
])("behind $proxies proxies, '$forwarded' is $address", async ({ proxies, forwarded, address }) => {
  const { seen } = await throughEdge({ ...https, proxies }, { headers: { "x-forwarded-for": forwarded } });
  expect(seen?.headers["x-herald-ip"]).toBe(address);
});

test("every answer carries the security headers, with a nonce of its own", async () => {
  const [first, second] = [await throughEdge(https, {}), await throughEdge(https, {})];
  expect(first.headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
    "strict-transport-security": "max-age=31536000",
    "cache-control": "no-store",
  });
  const policy = `${first.headers["content-security-policy"]}`;
  expect(policy).toContain(`script-src 'nonce-${first.seen?.headers["x-nonce"]}' 'strict-dynamic';`);
  expect(policy).not.toContain("unsafe-eval");
  expect(second.headers["content-security-policy"]).not.toBe(policy);
});

test("plain http promises no https, and files keep their own caching", async () => {
  const plain = { ...https, publicUrl: "http://herald.test" };
  const { headers } = await throughEdge(plain, { path: "/_next/static/chunks/a.js" });
  expect(headers["strict-transport-security"]).toBeUndefined();
  expect(headers["cache-control"]).toBeUndefined();
});

test("a sign-in form may be sent on to the OpenID provider", async () => {
  const { headers } = await throughEdge({ ...https, oidcIssuer: "https://id.acme.test/realms/acme" }, {});
  expect(headers["content-security-policy"]).toContain("form-action 'self' https://id.acme.test");
});

test("TRACE is refused", async () => {
  expect((await throughEdge(https, { method: "TRACE" })).status).toBe(405);
});

test("a whole address in the request line is cut to its path", async () => {
  const { seen } = await throughEdge(https, { path: "http://evil.test/feed?topic=1" });
  expect(seen?.url).toBe("/feed?topic=1");
});

test.each([
  { name: "another loopback name goes to the public address", host: "localhost:4000", moved: true },
  { name: "the public address itself stays", host: "127.0.0.1:4000", moved: false },
  { name: "another port stays: a tunnel may lead here", host: "localhost:5000", moved: false },
  { name: "another machine's name stays", host: "herald.test:4000", moved: false },
  { name: "a malformed name stays", host: "local host", moved: false },
])("$name", async ({ host, moved }) => {
  const settings = { publicUrl: "http://127.0.0.1:4000", proxies: 0, isDevelopment: false };
  const { status, headers } = await throughEdge(settings, { path: "/me?days=30", headers: { host } });
  expect(status).toBe(moved ? 307 : 200);
  expect(headers.location).toBe(moved ? "http://127.0.0.1:4000/me?days=30" : undefined);
});
