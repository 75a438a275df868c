import type { Publication } from "../attempts/schemas.ts";

/** Whether it leaves within seconds. What was to leave at once and waits for a reason does not. */
export const isOnItsWay = ({ state, timeZone, sentence }: Publication): boolean =>
  state === "publishing" || (state === "scheduled" && timeZone === null && sentence === null);
