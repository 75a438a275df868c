import { addDays, type Day, mondayOf } from "#lib/day.ts";
import type { Entry } from "./entry.ts";
import type { Fact } from "./fact.ts";
import { roundPoints } from "./rule.ts";

/** What earlier facts mean for the next ones. It is asked before a fact is scored, and told of its entries after. */
export type History = {
  ofShare: (share: Fact) => { scoredThatDay: number; scoredThatWeek: number; isRepeat: boolean };
  /** Points that clicks on the share earned whoever shared it. */
  clickEarnings: (shareId: string) => number;
  isWithdrawn: (shareId: string) => boolean;
  /** What the share earned, by member, in an order that is always the same. */
  earnedBy: (shareId: string) => [memberId: string, points: number][];
  pledgesScored: (memberId: string, day: Day) => number;
  record: (fact: Fact, entries: readonly Entry[]) => void;
};

/** What was scored before, as far as it matters. */
export type Before = {
  /** Days of shares that earned points. */
  scoredDays: { memberId: string; day: Day }[];
  /** Stories that members shared, and where. */
  shared: { memberId: string; storyId: string | null; network: string | undefined }[];
  earnings: { shareId: string; memberId: string; points: number; isClick: boolean }[];
  withdrawn: string[];
  /** Days of pledges that earned points. */
  pledgeDays: { memberId: string; day: Day }[];
};

const nothing: Before = { scoredDays: [], shared: [], earnings: [], withdrawn: [], pledgeDays: [] };

export function createHistory(before: Before = nothing): History {
  const scoredDays = new Map<string, Day[]>();
  const shared = new Set(before.shared.map(placeOf));
  const clickEarnings = new Map<string, number>();
  const earned = new Map<string, Map<string, number>>();
  const withdrawn = new Set(before.withdrawn);
  const pledgeMonths = new Map<string, number>();

  const addPledge = (memberId: string, day: Day) => {
    const month = monthOf(memberId, day);
    pledgeMonths.set(month, (pledgeMonths.get(month) ?? 0) + 1);
  };
  const addScoredDay = (memberId: string, day: Day) =>
    scoredDays.set(memberId, [...(scoredDays.get(memberId) ?? []).slice(-keptDays), day]);
  const addEarning = (shareId: string, memberId: string, points: number, isClick: boolean) => {
    const byMember = earned.get(shareId) ?? new Map<string, number>();
    earned.set(shareId, byMember.set(memberId, roundPoints((byMember.get(memberId) ?? 0) + points)));
    if (isClick) clickEarnings.set(shareId, roundPoints((clickEarnings.get(shareId) ?? 0) + points));
  };
  for (const { memberId, day } of before.scoredDays) addScoredDay(memberId, day);
  for (const { memberId, day } of before.pledgeDays) addPledge(memberId, day);
  for (const { shareId, memberId, points, isClick } of before.earnings)
    addEarning(shareId, memberId, points, isClick);

  return {
    ofShare({ memberId, storyId, day, data }) {
      const monday = mondayOf(day);
      const days = scoredDays.get(memberId) ?? [];
      return {
        scoredThatDay: days.filter((scored) => scored === day).length,
        scoredThatWeek: days.filter((scored) => scored >= monday && scored <= addDays(monday, 6)).length,
        isRepeat: shared.has(placeOf({ memberId, storyId, network: data.network })),
      };
    },
    clickEarnings: (shareId) => clickEarnings.get(shareId) ?? 0,
    isWithdrawn: (shareId) => withdrawn.has(shareId),
    earnedBy: (shareId) => [...(earned.get(shareId) ?? [])].sort(([one], [other]) => (one < other ? -1 : 1)),
    pledgesScored: (memberId, day) => pledgeMonths.get(monthOf(memberId, day)) ?? 0,
    record({ kind, memberId, storyId, shareId, day, data, factId }, entries) {
      if (kind === "share") shared.add(placeOf({ memberId, storyId, network: data.network }));
      if (kind === "withdrawal") withdrawn.add(factId);
      for (const entry of entries) {
        if (entry.rule === "confirmed_share" && entry.points > 0) addScoredDay(memberId, day);
        if (entry.rule === "pledge_kept" && entry.points > 0) addPledge(memberId, day);
        if (shareId) addEarning(shareId, entry.memberId, entry.points, entry.rule === "counted_click");
      }
    },
  };
}

/** Facts come late, so that more than a week is kept; rarely by more than a year of scored shares. */
const keptDays = 400;

const placeOf = ({ memberId, storyId, network }: Before["shared"][number]): string =>
  `${memberId} ${storyId} ${network}`;
const monthOf = (memberId: string, day: Day): string => `${memberId} ${day.slice(0, 7)}`;
