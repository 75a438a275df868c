import { once } from "node:events";
import { request } from "node:http";
import { text } from "node:stream/consumers";
import { expect, expectAccessible, test } from "./fixtures.ts";
import { startServer, stopServer } from "./support/server.ts";

test("a page carries every security header, and its scripts run under them", async ({ page }) => {
  const response = await page.goto("/sign-in");
  expect(response?.status()).toBe(200);
  const headers = response?.headers() ?? {};
  expect(headers["content-security-policy"]).toMatch(/script-src 'nonce-[^']+' 'strict-dynamic';/);
  expect(headers).toMatchObject({
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "cross-origin-opener-policy": "same-origin",
  });
  expect(headers["cache-control"]).toContain("no-store");
});

test.describe("an address that does not exist", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("gets a page that says so", async ({ page }) => {
    const response = await page.goto("/nowhere");
    expect(response?.status()).toBe(404);
    await expectAccessible(page);
  });
});

test("SIGTERM lets the request in hand finish, refuses new ones, and ends with exit code 0", async () => {
  const server = await startServer({});
  const exited = once(server.process, "exit");

  // A form whose body has not arrived yet is a request in hand.
  const body = "email=employee%40acme.test&csrfToken=none";
  const slow = request(`${server.url}/api/auth/callback/demo`, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded", "content-length": body.length },
  });
  slow.write(body.slice(0, 5));
  const answered = once(slow, "response");
  await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status).toBe(200);

  server.process.kill("SIGTERM");
  await expect.poll(async () => (await fetch(`${server.url}/readyz`)).status).toBe(503);
  expect((await fetch(`${server.url}/sign-in`)).status).toBe(503);

  slow.end(body.slice(5));
  const [response] = await answered;
  expect(response.statusCode).toBe(302);
  await text(response);
  expect(await exited).toEqual([0, null]);
  await stopServer(server);
});
