import { expect, onTestFinished, test } from "vitest";
import { startSimulator } from "#lib/test/networks/simulator.ts";
import { runLoad } from "#lib/test/publish-load/run.ts";
import { makeDatabase } from "./support/database.ts";

const serverUrl = process.env.TEST_DATABASE_URL;

test("1,000 shares due in the same minute, four workers killed at random, faulty networks: each is public at most once, and what is said of it is true", async ({
  skip,
}) => {
  skip(!serverUrl, "needs TEST_DATABASE_URL: an embedded database has one opener at most");
  const { settings, remove } = await makeDatabase(serverUrl);
  onTestFinished(remove);
  const simulator = await startSimulator();
  onTestFinished(simulator.close);

  const { duplicates, untrue, stuck, ...figures } = await runLoad({
    ...{ settings, simulator, workers: 4, accountCount: 125, shareCount: 1000 },
    ...{ faults: 0.25, kills: 8, patienceMs: 540_000 },
  });
  console.table({ "1,000 shares": { duplicates: duplicates.length, untrue: untrue.length, ...figures } });
  expect({ duplicates, untrue, stuck }).toEqual({ duplicates: [], untrue: [], stuck: [] });
  expect(figures.published).toBeGreaterThan(500);
}, 660_000);
