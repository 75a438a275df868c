import type { network } from "#db/enums.ts";
import { type Rule, weigh } from "./rule.ts";
import { nameShare } from "./wording.ts";

type Inputs = {
  network: (typeof network.enumValues)[number];
  /** Likeness to the closest caption, 0 to 1. */
  similarity: number;
};

export const ownWords: Rule<Inputs> = {
  name: "own_words",
  points: (ruleSet, { network, similarity }) =>
    similarity < ruleSet.ownWords.belowSimilarity ? weigh(ruleSet, network, ruleSet.ownWords.points) : 0,
  reason: (_ruleSet, share, title) => `In your own words: ${nameShare(title, share.network)}.`,
};
