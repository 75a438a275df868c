import { expect, test, vi } from "vitest";
import { connection } from "#db/client.ts";
import { clickLog } from "#lib/clicks/click-log.ts";
import { checkReadiness } from "#lib/health.ts";

test("who asks for readiness is not told what the database said", async () => {
  vi.spyOn(connection().db, "execute").mockImplementation(() => {
    throw new Error('password authentication failed for user "herald" at 10.0.0.5');
  });

  const readiness = await checkReadiness();

  vi.restoreAllMocks();
  expect(readiness).toMatchObject({ ready: false, reasons: [expect.stringMatching(/^database: /)] });
  expect(JSON.stringify(readiness)).not.toContain("10.0.0.5");
});

test("while clicks go to the write-ahead file, who asks is told how many wait", async () => {
  const away = { isAway: true, waiting: 120, isLosing: false };
  vi.spyOn(clickLog, "state", "get").mockReturnValue(away);
  const reasons = ["clicks: the database takes none; 120 wait in the write-ahead file"];
  expect(await checkReadiness()).toMatchObject({ ready: false, clicksWaiting: 120, reasons });
});
