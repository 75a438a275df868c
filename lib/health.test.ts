import { expect, test, vi } from "vitest";
import { connection } from "#db/client.ts";
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
