import { afterAll, beforeAll } from "vitest";
import { waits } from "#lib/networks/linkedin/waits.ts";

const usual = { ...waits };

/** In this file nothing waits for LinkedIn to get ready, unless it is said for how long. */
export function shortenWaits(to: Partial<typeof waits> = {}): void {
  beforeAll(() => Object.assign(waits, { imageMs: 0, youngTokenMs: 0, ...to }));
  afterAll(() => Object.assign(waits, usual));
}
