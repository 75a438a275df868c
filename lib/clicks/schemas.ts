import type { Day } from "#lib/day.ts";
import type { Device } from "./device.ts";

/** Hits on links: each is exactly one of these. Only `counted` ones are clicks to anybody who is shown a number. */
export type ClickSums = {
  counted: number;
  /** By a visitor who was counted on that link in that hour already. */
  repeated: number;
  /** By the member who shared it. */
  own: number;
  /** By a visitor who clicked too much. */
  limited: number;
  bots: number;
  prefetches: number;
};

export type ClickDay = ClickSums & { day: Day };
/** `hour` is the moment at which a UTC hour begins. */
export type ClickHour = ClickSums & { hour: Date };

/** Counted clicks by where they came from, most first; null is what nobody said. Each list has every click in it once. */
export type ClickOrigins = {
  referrers: { host: string | null; clicks: number }[];
  devices: { device: Device | null; clicks: number }[];
  /** ISO 3166-1 alpha-2. */
  countries: { country: string | null; clicks: number }[];
};
