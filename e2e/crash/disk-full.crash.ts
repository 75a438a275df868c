import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { liveCodes, startHerald } from "#lib/test/herald-server.ts";
import { startPostgres } from "#lib/test/postgres-server.ts";
import { canStopPostgres, makeDemo, needsToStopPostgres } from "./support/database.ts";
import { readiness, storedMarks } from "./support/proof.ts";
import { startReaders } from "./support/readers.ts";
import { mountSmallDisk } from "./support/small-disk.ts";

test("with Postgres away and the disk full, readers are sent on and Herald says that clicks are lost", async ({
  skip,
}) => {
  skip(!canStopPostgres, needsToStopPostgres);
  const postgres = await startPostgres();
  onTestFinished(postgres.remove);
  const { settings, remove } = await makeDemo(postgres.url);
  onTestFinished(remove);
  const unmount = mountSmallDisk(join(settings.DATA_DIR, "click-log"));
  if (!unmount) return skip("Only root can make a disk that is soon full.");
  onTestFinished(unmount);
  const codes = await liveCodes(settings);
  const herald = startHerald(settings);
  onTestFinished(() => herald.end("SIGKILL"));
  await herald.answers("/readyz", 200);
  const readers = startReaders(herald.origin, codes, 32);
  onTestFinished(readers.stop);
  await readers.nextSentOn(codes.length);

  await postgres.stop("SIGINT");
  await expect.poll(() => readiness(herald), { timeout: 60_000 }).toContain("so they are lost");
  await readers.nextSentOn(500);
  expect(readers.turnedAway()).toBe(0);
  expect(herald.output()).toContain("clicks are being lost: neither the database nor the disk takes them");

  await postgres.start();
  await herald.answers("/readyz", 200);
  // Whoever was in hand just then was lost as well, and may be sent on after that answer.
  await readers.nextSentOn(500);
  const before = readers.sentOn.length;
  await readers.nextSentOn(500);
  await readers.stop();
  await herald.end();
  expect(herald.process.exitCode).toBe(0);
  const stored = await storedMarks(settings);
  const known = new Set(stored.map(({ mark }) => mark));
  expect(readers.sentOn.slice(before).filter((mark) => !known.has(mark))).toEqual([]);
  expect(stored.filter(({ hits }) => hits > 1)).toEqual([]);
});
