import { z } from "zod";
import { network } from "#db/enums.ts";
import type { Rule } from "./rule.ts";
import { inFigures, nameShare } from "./wording.ts";

const inputs = z.object({
  network: z.enum(network.enumValues),
  /** Points that clicks on this share had earned before this one. */
  earnedBefore: z.number(),
});

export const countedClick: Rule<z.infer<typeof inputs>> = {
  name: "counted_click",
  inputs,
  points: ({ countedClick: rule }, { earnedBefore }) =>
    Math.min(rule.points, Math.max(0, rule.mostPerShare - earnedBefore)),
  reason({ countedClick: rule }, click, title) {
    const name = `Click on ${nameShare(title, click.network)}`;
    return click.earnedBefore < rule.mostPerShare
      ? `${name}.`
      : `${name}: clicks earn ${inFigures(rule.mostPerShare)} points a share at most, and this share had them.`;
  },
};
