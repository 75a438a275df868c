import { expect, test } from "vitest";
import { sayZone } from "./time-zone-name.ts";

test.each([
  ["Europe/Amsterdam", "2026-11-25T12:00Z", "Amsterdam (GMT+1)"],
  ["Europe/Amsterdam", "2026-07-25T12:00Z", "Amsterdam (GMT+2)"],
  ["America/New_York", "2026-07-25T12:00Z", "New York (GMT-4)"],
  ["Asia/Kathmandu", "2026-07-25T12:00Z", "Kathmandu (GMT+5:45)"],
  ["America/Argentina/Buenos_Aires", "2026-07-25T12:00Z", "Buenos Aires (GMT-3)"],
  ["UTC", "2026-07-25T12:00Z", "UTC"],
])("%s at %s is %s", (zone, at, said) => {
  expect(sayZone(zone, new Date(at))).toBe(said);
});
