import type { shareState, storyKind, storyState } from "#db/enums.ts";

export type LinkFacts = {
  shareState: (typeof shareState.enumValues)[number];
  storyKind: (typeof storyKind.enumValues)[number];
  storyState: (typeof storyState.enumValues)[number];
  publishAt: Date | null;
  expiresAt: Date | null;
};

export type LinkState = "live" | "paused" | "expired" | "withdrawn";

/**
 * Whether a short link still leads to its story. An approved story that is edited goes back to review, and posts that
 * are out there still have readers: a link story's go on to the address that was fixed when it was shared, while a
 * story of our own is not shown in words that nobody approved.
 */
export function linkState(facts: LinkFacts, now: Date): LinkState {
  if (facts.shareState === "withdrawn" || pulled.has(facts.storyState)) return "withdrawn";
  if (facts.expiresAt && facts.expiresAt <= now) return "expired";
  if (facts.storyState !== "approved") return facts.storyKind === "link" ? "live" : "paused";
  return facts.publishAt && facts.publishAt > now ? "withdrawn" : "live";
}

const pulled = new Set<LinkFacts["storyState"]>(["archived", "rejected"]);
