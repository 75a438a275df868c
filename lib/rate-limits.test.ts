import { expect, test } from "vitest";
import { newId } from "#db/columns.ts";
import { consume } from "#lib/rate-limits.ts";

test("a key that had its share is refused with how long to wait, and others are not", async () => {
  const key = newId();
  for (let sent = 0; sent < 4; sent++) await consume("signInMailTo", key);
  await expect(consume("signInMailTo", key)).rejects.toMatchObject({
    code: "limit_reached",
    message: "That is more than is allowed in a short time. Try again in 15 minutes.",
  });
  await consume("signInMailTo", newId());
});
