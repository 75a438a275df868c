import { z } from "zod";
import { network } from "#db/enums.ts";
import type { Rule } from "./rule.ts";
import { nameShare } from "./wording.ts";

const inputs = z.object({
  network: z.enum(network.enumValues),
  /** Likeness to the closest caption, 0 to 1. */
  similarity: z.number(),
});

export const ownWords: Rule<z.infer<typeof inputs>> = {
  name: "own_words",
  inputs,
  points: ({ ownWords: rule }, { similarity }) => (similarity < rule.belowSimilarity ? rule.points : 0),
  reason: (_ruleSet, share, title) => `In your own words: ${nameShare(title, share.network)}.`,
};
