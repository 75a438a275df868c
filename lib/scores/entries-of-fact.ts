import { confirmedShare } from "./confirmed-share.ts";
import { correction } from "./correction.ts";
import { countedClick } from "./counted-click.ts";
import { type Entry, makeEntry } from "./entry.ts";
import type { StoredFact } from "./fact.ts";
import type { History } from "./history.ts";
import { originatorCredit } from "./originator-credit.ts";
import { ownWords } from "./own-words.ts";
import { pledgeKept } from "./pledge-kept.ts";
import type { RuleSet } from "./rule-set.ts";
import { suggestionApproved } from "./suggestion-approved.ts";
import { withdrawnShare } from "./withdrawn-share.ts";

const dayMs = 86_400_000;

/** What a fact is worth to whom, after what came before it. The same fact after the same history is always worth the same. */
export function entriesOfFact(ruleSet: RuleSet, fact: StoredFact, history: History): Entry[] {
  return byKind[fact.kind](ruleSet, fact, history);
}

const byKind: Record<StoredFact["kind"], typeof entriesOfFact> = {
  share: entriesOfShare,
  click: entriesOfClick,
  withdrawal: entriesOfWithdrawal,
  story: (ruleSet, story) => [makeEntry(ruleSet, suggestionApproved, story.memberId, story, {})],
  pledge: (ruleSet, pledge, history) => [
    makeEntry(ruleSet, pledgeKept, pledge.memberId, pledge, {
      scoredThatMonth: history.pledgesScored(pledge.memberId, pledge.day),
    }),
  ],
  correction: (ruleSet, fact) => {
    const { points = 0, reason = "" } = fact.data;
    return [makeEntry(ruleSet, correction, fact.memberId, fact, { points, reason })];
  },
};

/** A share that earns nothing still gets its entry, so that the member can read why. */
function entriesOfShare(ruleSet: RuleSet, share: StoredFact, history: History): Entry[] {
  const { memberId } = share;
  const { network = "elsewhere", similarity = 1 } = share.data;
  const shared = makeEntry(ruleSet, confirmedShare, memberId, share, {
    network,
    ...history.ofShare(share),
  });
  if (shared.points === 0) return [shared];

  const worded = makeEntry(ruleSet, ownWords, memberId, share, { network, similarity });
  const earned = shared.points + worded.points;
  return [shared, ...(worded.points > 0 ? [worded] : []), ...credit(ruleSet, share, "share", earned)];
}

function entriesOfClick(ruleSet: RuleSet, click: StoredFact, history: History): Entry[] {
  const { network = "elsewhere" } = click.data;
  const shareId = click.shareId ?? "";
  const clicked = makeEntry(ruleSet, countedClick, click.memberId, click, {
    network,
    earnedBefore: history.clickEarnings(shareId),
    isWithdrawn: history.isWithdrawn(shareId),
  });
  return [clicked, ...credit(ruleSet, click, "click", clicked.points)];
}

function entriesOfWithdrawal(ruleSet: RuleSet, fact: StoredFact, history: History): Entry[] {
  const { network = "elsewhere" } = fact.data;
  return history
    .earnedBy(fact.factId)
    .filter(([, earned]) => earned !== 0)
    .map(([memberId, earned]) =>
      makeEntry(ruleSet, withdrawnShare, memberId, fact, {
        network,
        earned,
        isOwn: memberId === fact.memberId,
      }),
    );
}

/** Nobody is credited for sharing what they had a part in: they have the points already, and the others have it all. */
function credit(ruleSet: RuleSet, fact: StoredFact, earnedBy: "share" | "click", earned: number): Entry[] {
  const { contributors = [], approvedAt } = fact.data;
  if (!approvedAt || earned === 0) return [];
  const portionOf = new Map<string, number>();
  for (const { memberId, by } of contributors) {
    const portion = ruleSet.originatorCredit.portions[by];
    if (memberId !== fact.memberId && portion > 0)
      portionOf.set(memberId, (portionOf.get(memberId) ?? 0) + portion);
  }
  const days = Math.floor((fact.occurredAt.getTime() - Date.parse(approvedAt)) / dayMs);
  const portions = [...portionOf.values()];
  return [...portionOf.keys()]
    .map((memberId, own) =>
      makeEntry(ruleSet, originatorCredit, memberId, fact, {
        earned,
        earnedBy,
        daysSinceApproval: Math.max(0, days),
        portions,
        own,
      }),
    )
    .filter(({ points }) => points > 0);
}
