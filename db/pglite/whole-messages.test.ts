import { expect, test } from "vitest";
import { WholeMessages } from "./whole-messages.ts";

const message = (type: string, body: string) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(4 + body.length);
  return Buffer.concat([Buffer.from(type), length, Buffer.from(body)]);
};
const startup = message("", "user postgres");
const parse = message("P", "select $1");
const sync = message("S", "");
const terminate = message("X", "");

function started(): WholeMessages {
  const messages = new WholeMessages();
  messages.take([startup]);
  return messages;
}
const text = (bytes: Uint8Array | null) => bytes && Buffer.from(bytes).toString("latin1");

test.each([
  { name: "whole messages go on together", given: [[parse, sync]], gone: [[parse, sync]] },
  {
    name: "what has no end yet waits for it",
    given: [[parse, sync.subarray(0, 3)], [sync.subarray(3)]],
    gone: [[parse], [sync]],
  },
  {
    name: "a length that is cut in two waits too",
    given: [[parse.subarray(0, 3)], [parse.subarray(3)]],
    gone: [null, [parse]],
  },
  {
    name: "terminate is kept back, with what is before it given on",
    given: [[sync, terminate]],
    gone: [[sync]],
  },
  { name: "terminate alone gives nothing", given: [[terminate]], gone: [null] },
])("$name", ({ given, gone }) => {
  const messages = started();
  expect(given.map((bytes) => text(messages.take(bytes)))).toEqual(
    gone.map((bytes) => bytes && text(Buffer.concat(bytes))),
  );
});

test("the startup has no type, and may come byte by byte like everything else", () => {
  const messages = new WholeMessages();
  const bytes = Buffer.concat([startup, parse, sync]);
  const gone = [...bytes].map((byte) => messages.take([Buffer.from([byte])])).filter((part) => part !== null);
  expect(gone.map((part) => text(part))).toEqual([startup, parse, sync].map((part) => text(part)));
});

test("a message of 20 MB in pieces of 16 KB is copied once", () => {
  const messages = started();
  const bytes = message("B", "x".repeat(20 * 1024 * 1024));
  const startedAt = performance.now();
  let gone: Uint8Array | null = null;
  for (let offset = 0; offset < bytes.length; offset += 16_384)
    gone = messages.take([bytes.subarray(offset, offset + 16_384)]);
  expect(gone?.length).toBe(bytes.length);
  expect(performance.now() - startedAt).toBeLessThan(2000);
});
