import type { network } from "#db/enums.ts";
import { confirmedShare } from "./confirmed-share.ts";
import { countedClick } from "./counted-click.ts";
import { type Entry, type Fact, makeEntry } from "./entry.ts";
import { originatorCredit } from "./originator-credit.ts";
import { ownWords } from "./own-words.ts";
import { currentRuleSet } from "./rule-set.ts";
import { suggestionApproved } from "./suggestion-approved.ts";

const dayMs = 86_400_000;

export type ShareFact = Fact & {
  memberId: string;
  network: (typeof network.enumValues)[number];
  similarity: number;
};
/** The member's scored shares before this one. */
export type ShareHistory = { scoredThatDay: number; scoredThatWeek: number; isRepeat: boolean };

export type ClickFact = Fact & {
  shareId: string;
  memberId: string;
  network: (typeof network.enumValues)[number];
};

/** A share that earns nothing still gets its entry, so that the member can read why. */
export function entriesOfShare(share: ShareFact, history: ShareHistory): Entry[] {
  const { network, similarity, memberId } = share;
  const shared = makeEntry(currentRuleSet, confirmedShare, memberId, share, { network, ...history });
  if (shared.points === 0) return [shared];

  const worded = makeEntry(currentRuleSet, ownWords, memberId, share, { network, similarity });
  const earned = shared.points + worded.points;
  return [
    shared,
    ...(worded.points > 0 ? [worded] : []),
    ...creditOriginator(share, memberId, "share", earned),
  ];
}

/** @param earnings what clicks on each share had earned before */
export function entriesOfClicks(clicks: ClickFact[], earnings: ReadonlyMap<string, number>): Entry[] {
  const earnedByShare = new Map(earnings);
  return clicks.flatMap((click) => {
    const { network, memberId, shareId } = click;
    const earnedBefore = earnedByShare.get(shareId) ?? 0;
    const clicked = makeEntry(currentRuleSet, countedClick, memberId, click, { network, earnedBefore });
    earnedByShare.set(shareId, earnedBefore + clicked.points);
    return [clicked, ...creditOriginator(click, memberId, "click", clicked.points)];
  });
}

export function entriesOfSuggestion(story: Fact): Entry[] {
  const { suggestedById } = story.story;
  return suggestedById ? [makeEntry(currentRuleSet, suggestionApproved, suggestedById, story, {})] : [];
}

/** Nobody is credited for sharing their own idea: they have the points already. */
function creditOriginator(
  fact: Fact,
  sharedById: string,
  earnedBy: "share" | "click",
  earned: number,
): Entry[] {
  const { suggestedById, approvedAt } = fact.story;
  if (!suggestedById || !approvedAt || suggestedById === sharedById) return [];

  const days = Math.floor((fact.occurredAt.getTime() - approvedAt.getTime()) / dayMs);
  const credit = makeEntry(currentRuleSet, originatorCredit, suggestedById, fact, {
    earned,
    earnedBy,
    daysSinceApproval: Math.max(0, days),
  });
  return credit.points > 0 ? [credit] : [];
}
