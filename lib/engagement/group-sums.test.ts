import { expect, test } from "vitest";
import { sumReported } from "./group-sums.ts";

const none = { impressions: null, reactions: null, comments: null, reposts: null };
const by = (memberId: string, figures: Partial<Record<keyof typeof none, number>>) => ({
  ...none,
  ...figures,
  memberId,
});

test.each([
  { name: "nobody's", reports: [], is: [] },
  { name: "four people's", reports: [..."abcd"].map((who) => by(who, { reactions: 9 })), is: [] },
  {
    name: "five people's",
    reports: [..."abcde"].map((who) => by(who, { reactions: 2, comments: 0 })),
    is: [
      { name: "Reactions", sum: 10, shares: 5, people: 5 },
      { name: "Comments", sum: 0, shares: 5, people: 5 },
    ],
  },
  { name: "one person's five shares", reports: [..."aaaaa"].map((who) => by(who, { reactions: 2 })), is: [] },
  {
    name: "a figure that a network gave for four of six",
    reports: [..."abcdef"].map((who, at) =>
      by(who, at < 4 ? { reactions: 1, impressions: 50 } : { reactions: 1 }),
    ),
    is: [{ name: "Reactions", sum: 6, shares: 6, people: 6 }],
  },
])("$name", ({ reports, is }) => {
  expect(sumReported(reports)).toEqual(is);
});
