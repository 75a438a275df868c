import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import { within } from "#lib/within.ts";

/** The database's way to tell of changes: each notice carries an organization's id, or a beat that we sent ourselves. */
export type Wire = {
  listen: (heard: { onSignal: (payload: string) => void; onUp: () => void; onDown: () => void }) => void;
  send: (payload: string) => Promise<unknown>;
};

/** What this process has heard of changes to links, in the order it heard it. */
export type Changes = {
  /** How many changes were heard of. Note it before a lookup starts: what is heard later, the lookup may have missed. */
  heard: () => number;
  /** Whether its links may have changed: we were told so, or could not have been. */
  heardOfSince: (organizationId: string, earlier: number) => boolean;
  /** Whether a notice said that something of it changed. */
  toldOfSince: (organizationId: string, earlier: number) => boolean;
  /** Whether a change would reach us. A connection may look alive and tell nothing: a pooler swallows LISTEN. */
  isHearing: () => boolean;
  /** Whether the listener's connection stands, as far as it knows: it asks for itself, and waits for no other query. */
  isConnected: () => boolean;
};

const beatMs = 500;
const deafAfterMs = 1000;
const organizationsRemembered = 10_000;

/** Begins to listen when it is first asked, and sends no beats while nobody asks. Times are in milliseconds. */
export function followChanges(wire: Wire, now: () => number = () => performance.now()): Changes {
  const self = `beat ${randomUUID()} `;
  const lastOf = new Map<string, number>();
  let last = 0;
  /** When we had been deaf: anything may have changed. */
  let lastDeaf = 0;
  /** When it was forgotten whose changes had been heard of. */
  let lastForgotten = 0;
  let isFollowing = false;
  let isUp = false;
  let isAsked = false;
  let isSending = false;
  /** When the latest beat that came back was sent. */
  let beatenAt = Number.NEGATIVE_INFINITY;

  return {
    heard: () => last,
    heardOfSince: (organizationId, earlier) =>
      last > earlier && (lastDeaf > earlier || toldOfSince(organizationId, earlier)),
    toldOfSince,
    isHearing() {
      isAsked = true;
      if (!isFollowing) follow();
      return hears();
    },
    isConnected: () => isUp,
  };

  function toldOfSince(organizationId: string, earlier: number): boolean {
    return lastForgotten > earlier || (lastOf.get(organizationId) ?? 0) > earlier;
  }

  function follow(): void {
    isFollowing = true;
    wire.listen({ onSignal, onUp, onDown });
    setInterval(() => void beat(), beatMs).unref();
  }

  function onUp(): void {
    isUp = true;
    void beat();
  }

  function onDown(): void {
    isUp = false;
    beatenAt = Number.NEGATIVE_INFINITY;
  }

  function onSignal(payload: string): void {
    if (payload.startsWith(self)) beaten(Number(payload.slice(self.length)));
    else if (!payload.startsWith("beat ")) changed(payload);
  }

  function beaten(sentAt: number): void {
    if (!hears()) lastDeaf = ++last;
    beatenAt = sentAt;
  }

  function changed(organizationId: string): void {
    last += 1;
    if (lastOf.size >= organizationsRemembered) {
      lastOf.clear();
      lastForgotten = last;
    }
    lastOf.set(organizationId, last);
  }

  async function beat(): Promise<void> {
    if (!isUp || !isAsked || isSending) return;
    isAsked = false;
    isSending = true;
    await within(deafAfterMs, wire.send(`${self}${now()}`)).catch(() => {});
    isSending = false;
  }

  function hears(): boolean {
    return isUp && now() - beatenAt < deafAfterMs;
  }
}
