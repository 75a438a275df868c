import type { NetworkId } from "#lib/networks/network.ts";
import type { Accepted } from "./accepted.ts";

/** What a member has in the composer, kept in the tab until it is shared: closing it by accident loses nothing. */
export type Draft = {
  /** Names the share: opening again with it continues the same one. */
  requestId: string;
  /** Null until one was chosen: then the member's usual one is meant. */
  network: NetworkId | null;
  /** Null until something was written: then a suggested caption stands there. */
  words: string | null;
  captionId: string | null;
  addsDisclosure: boolean;
  accepted: Accepted;
};

export const newDraft = (): Draft => ({
  requestId: newRequestId(),
  network: null,
  words: null,
  captionId: null,
  addsDisclosure: true,
  accepted: {},
});

export function readDraft(storyId: string): Draft {
  try {
    const kept = sessionStorage.getItem(keyOf(storyId));
    return kept ? { ...newDraft(), ...JSON.parse(kept) } : newDraft();
  } catch {
    // Storage is switched off in this browser, or somebody wrote something else there.
    return newDraft();
  }
}

export function keepDraft(storyId: string, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(storyId), JSON.stringify(draft));
  } catch {
    // Without storage the draft lives as long as the page.
  }
}

export function dropDraft(storyId: string): void {
  try {
    sessionStorage.removeItem(keyOf(storyId));
  } catch {
    // Nothing was kept.
  }
}

const keyOf = (storyId: string): string => `herald.share.${storyId}`;

/** `crypto.randomUUID` exists only on https and loopback; an office server on plain http has to do without. */
function newRequestId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes]
    .map((byte, at) => (at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte))
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
