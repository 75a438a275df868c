import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { env } from "#lib/env.ts";
import { askNetwork } from "./ask-network.ts";

let server: Server | undefined;

afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
  delete env.NETWORK_SIMULATOR;
});

async function listening(answer: (response: ServerResponse) => void): Promise<string> {
  server = createServer((request, response) => {
    request.resume().on("end", () => answer(response));
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server?.once("listening", resolve));
  env.NETWORK_SIMULATOR = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return env.NETWORK_SIMULATOR;
}

test("an answer is read whole, with its status and headers", async () => {
  const url = await listening((response) => response.writeHead(201, { "X-Id": "7" }).end("made"));
  const answer = await askNetwork({ method: "POST", url, body: "post" });
  expect(answer).toMatchObject({ kind: "answer", status: 201, text: "made", isCut: false });
  expect(answer.kind === "answer" && answer.headers["x-id"]).toBe("7");
});

test("a connection that is closed after the request was read may have created something", async () => {
  const url = await listening((response) => response.socket?.destroy());
  expect(await askNetwork({ method: "POST", url, body: "post" })).toMatchObject({
    kind: "no_answer",
    because: "no_answer",
  });
});

test("a network that does not answer in time may have created something", async () => {
  const url = await listening(() => {});
  expect(await askNetwork({ method: "POST", url, body: "post", timeoutMs: 200 })).toMatchObject({
    kind: "no_answer",
    because: "timeout",
  });
});

test("a refused connection created nothing", async () => {
  const url = await listening(() => {});
  server?.close();
  server?.closeAllConnections();
  expect(await askNetwork({ method: "POST", url, body: "post" })).toMatchObject({ kind: "not_sent" });
});

test("an answer that breaks off is an answer, and says so", async () => {
  const url = await listening((response) => {
    response.writeHead(201, { "Content-Length": "100" });
    response.write('{"data":', () => response.socket?.destroy());
  });
  expect(await askNetwork({ method: "POST", url })).toMatchObject({
    kind: "answer",
    status: 201,
    isCut: true,
  });
});

test.each(["http://192.0.2.1/", "ftp://example.com/", "not an address", "http://127.0.0.1:1/"])(
  "%s is not asked: it is neither https nor the simulator",
  async (url) => {
    expect(await askNetwork({ method: "GET", url })).toMatchObject({ kind: "not_sent" });
  },
);

test.each(["https://127.0.0.1/", "https://10.0.0.1/", "https://[::1]/", "https://2130706433/"])(
  "%s leads into a private network and is not asked",
  async (url) => {
    expect(await askNetwork({ method: "GET", url, timeoutMs: 2000 })).toMatchObject({ kind: "not_sent" });
  },
);
