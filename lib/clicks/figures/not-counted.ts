import type { ClickSums } from "../schemas.ts";

const whole = new Intl.NumberFormat("en-GB");

/**
 * What was stored and not counted, and why: "31 more hits were not counted: 20 by bots and previews, 6 repeats within the
 * hour, 3 your own, 2 too many from one place." Empty when every hit counts.
 */
export function sayNotCounted(hits: Omit<ClickSums, "counted">, reader: "sharer" | "desk"): string {
  const machines = hits.bots + hits.prefetches;
  const total = machines + hits.repeated + hits.own + hits.limited;
  if (total === 0) return "";
  const reasons = [
    machines > 0 && `${count(machines)} by ${machines === 1 ? "a bot or a preview" : "bots and previews"}`,
    hits.repeated > 0 &&
      `${count(hits.repeated)} ${hits.repeated === 1 ? "repeat" : "repeats"} within the hour`,
    hits.own > 0 && `${count(hits.own)} ${ownHits[reader](hits.own)}`,
    hits.limited > 0 && `${count(hits.limited)} too many from one place`,
  ].filter((reason) => reason !== false);
  return `${count(total)} more ${total === 1 ? "hit was" : "hits were"} not counted: ${reasons.join(", ")}.`;
}

const ownHits = {
  sharer: () => "your own",
  desk: (hits: number) => (hits === 1 ? "by somebody on their own link" : "by people on their own links"),
};

const count = (hits: number): string => whole.format(hits);
