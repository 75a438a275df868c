import { expect, onTestFinished, test, vi } from "vitest";
import { visitorOf } from "./visitor.ts";

const today = Buffer.alloc(32, 1);
const tomorrow = Buffer.alloc(32, 2);

test("a visitor is an address and a user agent on a day, and a place is the address alone", () => {
  const ada = visitorOf(today, "203.0.113.7", "Firefox");
  expect(ada.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  expect(visitorOf(today, "203.0.113.7", "Firefox")).toEqual(ada);
  expect(visitorOf(today, "203.0.113.8", "Firefox").id).not.toBe(ada.id);
  const other = visitorOf(today, "203.0.113.7", "Chrome");
  expect(other.id).not.toBe(ada.id);
  expect(other.place).toBe(ada.place);
  expect(JSON.stringify(ada)).not.toContain("203.0.113");
});

test("another day's salt makes another visitor of the same person, and nothing of the day before is remembered", () => {
  const ada = visitorOf(today, "203.0.113.7", "Firefox");
  const next = visitorOf(tomorrow, "203.0.113.7", "Firefox");
  expect(next.id).not.toBe(ada.id);
  expect(next.place).not.toBe(ada.place);
});

test("an IPv6 household is one place, whatever address of it is used", () => {
  const [one, other] = ["2001:db8:1:2::a", "2001:db8:1:2:3:4:5:6"].map((ip) =>
    visitorOf(today, ip, "Firefox"),
  );
  expect(one).toEqual(other);
  expect(visitorOf(today, "2001:db8:1:3::a", "Firefox").id).not.toBe(one?.id);
});

test("an address is forgotten within a minute, also where nobody clicks any more", () => {
  vi.useFakeTimers({ toFake: ["setTimeout"] });
  onTestFinished(() => void vi.useRealTimers());
  const salt = Buffer.alloc(32, 3);
  const ada = visitorOf(salt, "203.0.113.7", "Firefox");
  vi.advanceTimersByTime(59_999);
  expect(visitorOf(salt, "203.0.113.7", "Firefox")).toBe(ada);
  vi.advanceTimersByTime(1);
  const again = visitorOf(salt, "203.0.113.7", "Firefox");
  expect(again).not.toBe(ada);
  expect(again).toEqual(ada);
});
