import type { network } from "#db/enums.ts";
import { type Rule, roundPoints } from "./rule.ts";
import { inFigures, nameShare } from "./wording.ts";

type Inputs = {
  network: (typeof network.enumValues)[number];
  /** What the share had earned this member until then. */
  earned: number;
  isOwn: boolean;
};

/** What a share earned goes when the member takes it back, for whoever had a part in it. */
export const withdrawnShare: Rule<Inputs> = {
  name: "withdrawn_share",
  points: (_ruleSet, { earned }) => roundPoints(-earned),
  reason: (_ruleSet, { network, earned, isOwn }, title) =>
    isOwn
      ? `You took back ${nameShare(title, network)}: the ${inFigures(earned)} points it brought go with it.`
      : `A colleague took back ${nameShare(title, network)}: the ${inFigures(earned)} points that came of it go with it.`,
};
