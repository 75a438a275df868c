import type { shareState, storyState } from "#db/enums.ts";

export type LinkFacts = {
  shareState: (typeof shareState.enumValues)[number];
  storyState: (typeof storyState.enumValues)[number];
  publishAt: Date | null;
  expiresAt: Date | null;
};

/** Whether a short link still leads to its story. */
export function linkState(facts: LinkFacts, now: Date): "live" | "expired" | "withdrawn" {
  if (facts.shareState === "withdrawn" || facts.storyState !== "approved") return "withdrawn";
  if (facts.publishAt && facts.publishAt > now) return "withdrawn";
  return facts.expiresAt && facts.expiresAt <= now ? "expired" : "live";
}
