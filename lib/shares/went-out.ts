import type { Share } from "./schemas.ts";

/** The states of a share that counts as having gone out: its member said so, or the network did. */
export const outStates = ["confirmed", "published"] as const satisfies Share["state"][];

export const wentOut = (state: Share["state"]): boolean => outStates.some((out) => out === state);
