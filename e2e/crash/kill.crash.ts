import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { liveCodes, startHerald } from "#lib/test/herald-server.ts";
import { makeDemo } from "./support/database.ts";
import { expectEachOnce, expectNothingPutAside, expectVerified } from "./support/proof.ts";
import { startReaders } from "./support/readers.ts";

const kills = 20;
const atOnce = 32;

test("killed twenty times under load, it has every click whose redirect was received, once", async () => {
  const { settings, remove } = await makeDemo();
  onTestFinished(remove);
  const codes = await liveCodes(settings);

  let herald = startHerald(settings);
  onTestFinished(() => herald.end("SIGKILL"));
  const readers = startReaders(herald.origin, codes, atOnce);
  onTestFinished(readers.stop);
  await readers.nextSentOn();
  let slowest = 0;
  for (let kill = 0; kill < kills; kill++) {
    // Now and then it lives long enough to be killed in the middle of a roll-up or of scoring.
    await wait(Math.random() * (kill % 5 === 0 ? 4000 : 800));
    await herald.end("SIGKILL");
    const startedAt = performance.now();
    herald = startHerald(settings);
    // Every fourth is killed again while it starts: it may just be reading back what the one before it left.
    if (kill % 4 === 3) await herald.answers("/healthz", 200);
    else {
      await readers.nextSentOn();
      slowest = Math.max(slowest, performance.now() - startedAt);
    }
  }
  await herald.answers("/readyz", 200);
  await readers.nextSentOn();
  await readers.stop();
  await expectNothingPutAside(settings);
  await herald.end();

  expect(herald.process.exitCode).toBe(0);
  console.log(
    `${kills} kills, ${readers.sentOn.length} redirects, the slowest restart took ${Math.round(slowest)} ms`,
  );
  expect(readers.sentOn.length).toBeGreaterThan(100);
  await expectEachOnce(settings, readers.sentOn, atOnce * (kills + 1));
  await expectVerified(settings);
});
