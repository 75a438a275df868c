import { addDays, dayIn, mondayOf } from "#lib/day.ts";
import {
  type ClickFact,
  entriesOfClicks,
  entriesOfShare,
  entriesOfSuggestion,
  type ShareFact,
} from "./entries-of-facts.ts";
import type { Entry, Fact } from "./entry.ts";

/** Scores a log of facts in memory by the rules that score them one by one; shares oldest first. */
export type Replay = {
  share: (share: ShareFact) => Entry[];
  /** All counted clicks on one share, oldest first. */
  clicks: (clicks: ClickFact[]) => Entry[];
  suggestion: (story: Fact) => Entry[];
};

export function createReplay(): Replay {
  const scored = new Map<string, Entry[]>();
  const shared = new Set<string>();
  return {
    share(share) {
      const before = scored.get(share.memberId) ?? [];
      const place = `${share.memberId} ${share.story.id} ${share.network}`;
      const [first, ...others] = entriesOfShare(share, historyOf(before, share, shared.has(place)));
      shared.add(place);
      if (first && first.points > 0) scored.set(share.memberId, [...before.slice(-12), first]);
      return first ? [first, ...others] : [];
    },
    clicks: (clicks) => entriesOfClicks(clicks, new Map()),
    suggestion: entriesOfSuggestion,
  };
}

function historyOf(earning: Entry[], share: ShareFact, isRepeat: boolean) {
  const day = dayIn(share.timeZone, share.occurredAt);
  const monday = mondayOf(day);
  return {
    scoredThatDay: earning.filter((entry) => entry.day === day).length,
    scoredThatWeek: earning.filter((entry) => entry.day >= monday && entry.day <= addDays(monday, 6)).length,
    isRepeat,
  };
}
