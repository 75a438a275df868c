import type { network } from "#db/enums.ts";
import { type Rule, roundPoints, weigh } from "./rule.ts";
import { inFigures, nameShare } from "./wording.ts";

type Inputs = {
  network: (typeof network.enumValues)[number];
  /** Points that clicks on this share had earned before this one. */
  earnedBefore: number;
  /** Whether the member had taken the share back when the click was learned of. */
  isWithdrawn: boolean;
};

export const countedClick: Rule<Inputs> = {
  name: "counted_click",
  points(ruleSet, { network, earnedBefore, isWithdrawn }) {
    if (isWithdrawn) return 0;
    const left = roundPoints(Math.max(0, ruleSet.countedClick.mostPerShare - earnedBefore));
    return Math.min(weigh(ruleSet, network, ruleSet.countedClick.points), left);
  },
  reason({ countedClick: rule }, click, title) {
    const name = `Click on ${nameShare(title, click.network)}`;
    if (click.isWithdrawn) return `${name}: the share was taken back, and its points with it.`;
    return click.earnedBefore < rule.mostPerShare
      ? `${name}.`
      : `${name}: clicks earn ${inFigures(rule.mostPerShare)} points a share at most, and this share had them.`;
  },
};
