import type { LookupAddress } from "node:dns";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createTcpServer, isIP, type Server, type Socket } from "node:net";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, expect, test } from "vitest";
import { parseEnv } from "#lib/env.ts";
import { type SafeFetchOptions, safeFetch } from "./safe-fetch.ts";

const open: Server[] = [];
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await Promise.all(open.splice(0).map((server) => new Promise((done) => server.close(done))));
});

test.each([
  "http://127.0.0.1/",
  "http://2130706433/",
  "http://0x7f.1/",
  "http://0x7f000001/",
  "http://0177.0.0.1/",
  "http://127.1/",
  "http://0.0.0.0/",
  "http://[::]/",
  "http://[::1]/",
  "http://[::ffff:127.0.0.1]/",
  "http://[::ffff:7f00:1]/",
  "http://localhost/",
  "https://localhost/",
  "http://169.254.169.254/latest/meta-data/",
  "http://10.0.0.1/",
  "http://172.16.0.1/",
  "http://192.168.1.1/",
  "http://100.64.0.1/",
  "http://[fd00::1]/",
  "http://[fe80::1]/",
  "http://[64:ff9b::7f00:1]/",
  "http://[2002:7f00:1::]/",
])("%s is not fetched: it is private", async (address) => {
  await expect(safeFetch(address, "page")).rejects.toMatchObject({
    code: "invalid",
    message: expect.stringContaining("private network"),
  });
});

test.each([
  { address: "127.0.0.1", says: "not a web address" },
  { address: "file:///etc/passwd", says: "not a web address" },
  { address: "ftp://acme.test/", says: "not a web address" },
  { address: "http://", says: "not a web address" },
  { address: "https://ada:secret@acme.test/", says: "name or password" },
  { address: "http://acme.test:22/", says: "ports, 80 and 443" },
  { address: "http://127.0.0.1:5432/", says: "ports, 80 and 443" },
])("$address is refused before anything is sent", async ({ address, says }) => {
  await expect(safeFetch(address, "page")).rejects.toMatchObject({ message: expect.stringContaining(says) });
});

test("a page on an allowed origin is read, without cookies and under our own name", async () => {
  let seen: unknown;
  const origin = await serve((request, response) => {
    seen = { agent: request.headers["user-agent"], cookie: request.headers.cookie };
    response.setHeader("Content-Type", "text/html; charset=utf-8").end("<title>Rain</title>");
  });

  const page = await safeFetch(`${origin}/rain`, "page", { allowedOrigins: [origin] });

  expect(page).toMatchObject({ url: `${origin}/rain`, contentType: "text/html; charset=utf-8" });
  expect(page.body.toString()).toBe("<title>Rain</title>");
  expect(seen).toEqual({ agent: "Herald (link preview)", cookie: undefined });
});

test("the allow-list is by exact origin: the port beside it stays closed", async () => {
  const origin = await serveHtml("<title>Rain</title>");
  const other = await serveHtml("<title>Secret</title>");

  await expect(safeFetch(other, "page", { allowedOrigins: [origin] })).rejects.toMatchObject({
    code: "invalid",
  });
});

test.each(["http://127.0.0.1/", "http://169.254.169.254/", "http://[::1]/", "http://2130706433/"])(
  "a redirect to %s is not followed",
  async (target) => {
    const origin = await serve((_, response) => response.writeHead(302, { Location: target }).end());

    await expect(safeFetch(origin, "page", { allowedOrigins: [origin] })).rejects.toMatchObject({
      message: expect.stringContaining("private network"),
    });
  },
);

test("a redirect to another scheme is not followed", async () => {
  const origin = await serve((_, response) =>
    response.writeHead(302, { Location: "file:///etc/passwd" }).end(),
  );

  await expect(safeFetch(origin, "page", { allowedOrigins: [origin] })).rejects.toMatchObject({
    code: "invalid",
  });
});

test("five redirects are followed and a sixth is not", async () => {
  const origin = await serve((request, response) => {
    const left = Number(request.url?.slice(1));
    if (left > 0) response.writeHead(302, { Location: `/${left - 1}` }).end();
    else response.setHeader("Content-Type", "text/html").end("there");
  });

  expect((await safeFetch(`${origin}/5`, "page", { allowedOrigins: [origin] })).url).toBe(`${origin}/0`);
  await expect(safeFetch(`${origin}/6`, "page", { allowedOrigins: [origin] })).rejects.toMatchObject({
    message: expect.stringContaining("more than 5 times"),
  });
});

test("a name that resolves to a private address is not fetched", async () => {
  await expect(safeFetch("http://intranet.test/", "page", resolvingTo("10.1.2.3"))).rejects.toMatchObject({
    message: expect.stringContaining("private network"),
  });
});

test("a name with one public and one private address is not fetched", async () => {
  await expect(
    safeFetch("http://both.test/", "page", resolvingTo("192.0.43.8", "127.0.0.1")),
  ).rejects.toMatchObject({ message: expect.stringContaining("private network") });
});

test("a name that is public when first asked and loopback afterwards never reaches loopback", async () => {
  // Counts as public, and nobody has it: IANA has given nothing out of 4000::/3.
  const answers = ["4000::1", "127.0.0.1"];
  let asked = 0;
  const rebinding = { ...resolving(() => [answers[asked++] ?? "127.0.0.1"]), connectMs: 100 };

  // Asked once for a connection: there is no gap between a check and a second look-up that connects.
  await expect(safeFetch("http://rebind.test/", "page", rebinding)).rejects.toMatchObject({
    code: "unavailable",
  });
  expect(asked).toBe(1);
  await expect(safeFetch("http://rebind.test/", "page", rebinding)).rejects.toMatchObject({
    message: expect.stringContaining("private network"),
  });
  expect(asked).toBe(2);
});

test.each([
  { status: 404, code: "invalid", says: "There is no page at that address: the site answered 404." },
  { status: 410, code: "invalid", says: "There is no page at that address" },
  { status: 403, code: "invalid", says: "not open to everybody" },
  { status: 500, code: "unavailable", says: "has trouble just now" },
  { status: 204, code: "unavailable", says: "answered 204" },
])("an answer of $status is said in words", async ({ status, code, says }) => {
  const origin = await serve((_, response) => response.writeHead(status).end());

  await expect(safeFetch(origin, "page", { allowedOrigins: [origin] })).rejects.toMatchObject({
    code,
    message: expect.stringContaining(says),
  });
});

test.each(["application/pdf", "image/svg+xml", "application/json", ""])(
  "content of type '%s' is not a page",
  async (type) => {
    const origin = await serve((_, response) => {
      if (type) response.setHeader("Content-Type", type);
      response.end("x");
    });

    await expect(safeFetch(origin, "page", { allowedOrigins: [origin] })).rejects.toMatchObject({
      message: expect.stringContaining("not a web page"),
    });
  },
);

test("an SVG or AVIF is not an image to us", async () => {
  for (const type of ["image/svg+xml", "image/avif"]) {
    const origin = await serve((_, response) => response.setHeader("Content-Type", type).end("<svg/>"));
    await expect(safeFetch(origin, "image", { allowedOrigins: [origin] })).rejects.toMatchObject({
      code: "invalid",
    });
  }
});

test.each([
  { name: "gzip", pack: gzipSync },
  { name: "br", pack: brotliCompressSync },
])("a $name page is unpacked, and a bomb of it stops at the limit", async ({ name, pack }) => {
  const origin = await serve((request, response) => {
    response.writeHead(200, { "Content-Type": "text/html", "Content-Encoding": name });
    response.end(pack(request.url === "/bomb" ? Buffer.alloc(100_000_000) : Buffer.from("small")));
  });

  expect((await safeFetch(`${origin}/`, "page", { allowedOrigins: [origin] })).body.toString()).toBe("small");
  await expect(safeFetch(`${origin}/bomb`, "page", { allowedOrigins: [origin] })).rejects.toMatchObject({
    message: expect.stringContaining("larger than 5 MB"),
  });
});

test("a page of 30 MB is refused by its announced size, and without one while it is read", async () => {
  const origin = await serve((request, response) => {
    response.setHeader("Content-Type", "text/html");
    if (request.url === "/announced") response.setHeader("Content-Length", 30_000_000);
    response.on("error", () => {});
    response.end(Buffer.alloc(30_000_000, "a"));
  });

  for (const path of ["/announced", "/streamed"])
    await expect(safeFetch(origin + path, "page", { allowedOrigins: [origin] })).rejects.toMatchObject({
      code: "invalid",
      message: expect.stringContaining("larger than 5 MB"),
    });
});

test("broken packing is said in words", async () => {
  const origin = await serve((_, response) =>
    response.writeHead(200, { "Content-Type": "text/html", "Content-Encoding": "gzip" }).end("not gzip"),
  );

  await expect(safeFetch(origin, "page", { allowedOrigins: [origin] })).rejects.toMatchObject({
    message: expect.stringContaining("could not be unpacked"),
  });
});

test("a server that drips its answer is left when the time is up", async () => {
  const drips: NodeJS.Timeout[] = [];
  const origin = await serve((_, response) => {
    response.writeHead(200, { "Content-Type": "text/html" });
    drips.push(setInterval(() => response.write("."), 20));
  });

  await expect(safeFetch(origin, "page", { allowedOrigins: [origin], totalMs: 200 })).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringContaining("too long"),
  });
  drips.forEach(clearInterval);
});

test("a server that accepts and never answers is left when the time is up", async () => {
  const origin = await listen(createTcpServer((socket) => socket.on("error", () => {})));

  await expect(safeFetch(origin, "page", { allowedOrigins: [origin], totalMs: 200 })).rejects.toMatchObject({
    code: "unavailable",
  });
});

test("a site that does not exist, and one that is down, are told apart", async () => {
  const lookup = ((_name: string, _options: unknown, done: (error: Error) => void) =>
    done(Object.assign(new Error("no"), { code: "ENOTFOUND" }))) as unknown as SafeFetchOptions["lookup"];
  await expect(safeFetch("https://acme.invalid/", "page", { lookup })).rejects.toMatchObject({
    message: "There is no site called acme.invalid. Check the spelling of the address.",
  });

  const origin = await serveHtml("");
  await Promise.all(open.splice(0).map((server) => new Promise((done) => server.close(done))));
  await expect(safeFetch(origin, "page", { allowedOrigins: [origin] })).rejects.toMatchObject({
    code: "unavailable",
    message: expect.stringContaining("could not be reached"),
  });
});

test.each([
  {
    name: "a real production setting",
    set: { NODE_ENV: "production", AUTH_SECRET: "s".repeat(32) },
    says: "needs HERALD_DEMO=1",
  },
  {
    name: "an origin that is not loopback",
    set: { HERALD_DEMO: "1", FETCH_ALLOW_ORIGINS: "http://10.0.0.1:80" },
    says: "loopback origins only",
  },
])("$name cannot open the guard", ({ set, says }) => {
  expect(() => parseEnv({ FETCH_ALLOW_ORIGINS: "http://127.0.0.1:4000", ...set })).toThrow(says);
});

const serveHtml = (html: string) =>
  serve((_, response) => response.setHeader("Content-Type", "text/html").end(html));

const serve = (listener: RequestListener): Promise<string> => listen(createServer(listener));

function listen(server: Server): Promise<string> {
  open.push(server);
  server.on("connection", (socket) => sockets.add(socket));
  return new Promise((resolve) =>
    server.listen(0, "127.0.0.1", () =>
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
    ),
  );
}

const resolvingTo = (...addresses: string[]) => resolving(() => addresses);

/** A resolver of our own in place of the system's. */
function resolving(answer: () => string[]): { lookup: SafeFetchOptions["lookup"] } {
  const lookup = (
    _name: string,
    options: { all?: boolean },
    done: (error: null, address: string | LookupAddress[], family?: number) => void,
  ) => {
    const found = answer().map((address) => ({ address, family: isIP(address) }));
    if (options.all) done(null, found);
    else done(null, found[0]?.address ?? "", found[0]?.family);
  };
  return { lookup: lookup as unknown as SafeFetchOptions["lookup"] };
}
