import { expect, onTestFinished, test, vi } from "vitest";
import { type Changes, followChanges, type Wire } from "./changes.ts";

/** A wire whose other end is in the test's hand, and a clock that stands still. */
function makeWire() {
  vi.useFakeTimers({ toFake: ["setInterval"] });
  onTestFinished(() => void vi.useRealTimers());
  let time = 0;
  let ear: Parameters<Wire["listen"]>[0] | undefined;
  const sent: string[] = [];
  const wire: Wire = {
    listen: (heard) => {
      ear = heard;
    },
    send: async (payload) => sent.push(payload),
  };
  const changes = followChanges(wire, () => time);
  const tick = async (milliseconds: number) => {
    time += milliseconds;
    await vi.advanceTimersByTimeAsync(milliseconds);
  };
  const hearBeat = () => ear?.onSignal(sent.at(-1) ?? "");
  return { changes, sent, tick, hearBeat, ear: () => ear ?? expect.fail("nobody listens") };
}

async function hearing(wire: ReturnType<typeof makeWire>): Promise<Changes> {
  wire.changes.isHearing();
  wire.ear().onUp();
  await wire.tick(0);
  wire.hearBeat();
  return wire.changes;
}

test("nobody listens before somebody asks", () => {
  const { changes, ear } = makeWire();
  expect(ear).toThrow();
  expect(changes.isHearing()).toBe(false);
  expect(ear).not.toThrow();
});

test("it hears once its own beat has come back, and no longer when beats stop coming", async () => {
  const wire = makeWire();
  wire.changes.isHearing();
  wire.ear().onUp();
  await wire.tick(0);
  expect(wire.changes.isHearing()).toBe(false);
  wire.ear().onSignal("beat of-another-process 0");
  expect(wire.changes.isHearing()).toBe(false);
  wire.hearBeat();
  expect(wire.changes.isHearing()).toBe(true);
  await wire.tick(1000);
  expect(wire.changes.isHearing()).toBe(false);
});

test("a connection that is lost is known at once", async () => {
  const wire = makeWire();
  const changes = await hearing(wire);
  expect(changes.isConnected()).toBe(true);
  wire.ear().onDown();
  expect(changes.isHearing()).toBe(false);
  expect(changes.isConnected()).toBe(false);
});

test("a change is heard of for its organization alone", async () => {
  const wire = makeWire();
  const changes = await hearing(wire);
  const before = changes.heard();
  wire.ear().onSignal("acme");
  expect(changes.heardOfSince("acme", before)).toBe(true);
  expect(changes.toldOfSince("acme", before)).toBe(true);
  expect(changes.heardOfSince("globex", before)).toBe(false);
  expect(changes.heardOfSince("acme", changes.heard())).toBe(false);
});

test("after a time of deafness anything may have changed, though nobody said so", async () => {
  const wire = makeWire();
  const changes = await hearing(wire);
  const before = changes.heard();
  await wire.tick(1500);
  wire.hearBeat();
  expect(changes.heardOfSince("acme", before)).toBe(true);
  expect(changes.toldOfSince("acme", before)).toBe(false);
});

test("nothing is sent while nobody asks", async () => {
  const wire = makeWire();
  await hearing(wire);
  await wire.tick(500);
  const { length } = wire.sent;
  await wire.tick(60_000);
  expect(wire.sent).toHaveLength(length);
  wire.changes.isHearing();
  await wire.tick(500);
  expect(wire.sent).toHaveLength(length + 1);
});

test("what is remembered of organizations is bounded", async () => {
  const wire = makeWire();
  const changes = await hearing(wire);
  const before = changes.heard();
  for (let index = 0; index <= 10_000; index += 1) wire.ear().onSignal(`organization ${index}`);
  expect(changes.toldOfSince("organization 0", before)).toBe(true);
  expect(changes.heardOfSince("organization 10000", before)).toBe(true);
});
