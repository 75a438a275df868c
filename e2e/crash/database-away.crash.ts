import { setTimeout as wait } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { liveCodes, startHerald } from "#lib/test/herald-server.ts";
import { startPostgres } from "#lib/test/postgres-server.ts";
import { canStopPostgres, makeDemo, needsToStopPostgres } from "./support/database.ts";
import { expectEachOnce, expectNothingPutAside, expectVerified, readiness } from "./support/proof.ts";
import { startReaders } from "./support/readers.ts";

const atOnce = 32;

test("while Postgres is stopped readers are sent on, and once it is back it has every click once", async ({
  skip,
}) => {
  skip(!canStopPostgres, needsToStopPostgres);
  const postgres = await startPostgres();
  onTestFinished(postgres.remove);
  const { settings, remove } = await makeDemo(postgres.url);
  onTestFinished(remove);
  const codes = await liveCodes(settings);
  let herald = startHerald(settings);
  onTestFinished(() => herald.end("SIGKILL"));
  await herald.answers("/readyz", 200);
  const readers = startReaders(herald.origin, codes, atOnce);
  onTestFinished(readers.stop);

  for (const signal of ["SIGQUIT", "SIGINT", "SIGQUIT"] as const) {
    await readers.nextSentOn(codes.length);
    await wait(Math.random() * 500);
    await postgres.stop(signal);
    await herald.answers("/readyz", 503);
    await readers.nextSentOn(500);
    expect(await readiness(herald)).toContain("wait in the write-ahead file");
    await postgres.start();
    await herald.answers("/readyz", 200);
  }
  expect(readers.turnedAway()).toBe(0);

  // Killed while Postgres is away, it leaves its file to the next.
  await postgres.stop("SIGINT");
  await herald.answers("/readyz", 503);
  await readers.nextSentOn(500);
  await herald.end("SIGKILL");
  await postgres.start();
  herald = startHerald(settings);
  await herald.answers("/readyz", 200);
  await readers.nextSentOn();
  await readers.stop();
  await expectNothingPutAside(settings);
  await herald.end();

  expect(herald.process.exitCode).toBe(0);
  console.log(`Postgres away four times, ${readers.sentOn.length} redirects`);
  await expectEachOnce(settings, readers.sentOn, atOnce);
  await expectVerified(settings);
});
