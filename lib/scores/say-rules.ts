import { networks } from "#lib/networks/networks.ts";
import type { Rules } from "./rule-set.ts";
import { inFigures, inWords } from "./wording.ts";

export type RuleLine = { name: string; points: string; words: string };

/** The rules in words, from the data that computes them. */
export function sayRules(rules: Rules): RuleLine[] {
  const { confirmedShare, ownWords, countedClick, suggestionApproved, originatorCredit, pledgeKept } = rules;
  return [
    {
      name: "A share",
      points: inFigures(confirmedShare.points),
      words: `once you say that it went out, or the network does. At most ${inWords(confirmedShare.scoredPerDay)} a day and ${inWords(confirmedShare.scoredPerWeek)} a week are scored; the same story on the same network only once.`,
    },
    {
      name: "In your own words",
      points: `+${inFigures(ownWords.points)}`,
      words: `when your text is less than ${inFigures(ownWords.belowSimilarity * 100)} % alike to every caption of the story.`,
    },
    {
      name: "A click",
      points: inFigures(countedClick.points),
      words: `that is counted: by a person, once an hour for each visitor. At most ${inFigures(countedClick.mostPerShare)} points for one share.`,
    },
    {
      name: "A suggestion",
      points: inFigures(suggestionApproved.points),
      words: "when it is approved.",
    },
    {
      name: "Your idea, shared by others",
      points: `${inFigures(originatorCredit.part * 100)} %`,
      words: `of what it earns them flows back, and half as much after every ${originatorCredit.halvesEveryDays} days since it was approved. ${sayPortions(originatorCredit.portions)}`,
    },
    {
      name: "A promise kept",
      points: inFigures(pledgeKept.points),
      words: `at its end, at most ${inWords(pledgeKept.scoredPerMonth)} a month. A promise that is not kept costs nothing.`,
    },
    { name: "Likes, comments and logins", points: "0", words: "always." },
    ...sayWeights(rules),
    { name: "A share that you take back", points: "–", words: "gives back what it earned, for everybody." },
  ];
}

/** For which points no reward may be given, and why. */
export function sayRewards({ rewards }: Rules): string {
  const leftOut = rewards.leftOut.map((id) => networks[id].name);
  const x = rewards.leftOut.includes("x")
    ? "X forbids paying for posts."
    : `X forbids paying for posts. An admin allowed it here, because: “${rewards.xReason}”`;
  return leftOut.length > 0
    ? `No reward is given for points that ${leftOut.join(", ")} brought. ${x}`
    : `Rewards may be given for all points. ${x}`;
}

function sayPortions({ idea, edits, caption }: Rules["originatorCredit"]["portions"]): string {
  const parts = [
    idea > 0 ? `${idea} to whoever had the idea` : "",
    edits > 0 ? `${edits} to whoever edited it` : "",
    caption > 0 ? `${caption} to whoever wrote the caption` : "",
  ].filter(Boolean);
  if (parts.length === 0) return "It goes to nobody at present.";
  return parts.length === 1 && idea > 0
    ? "All of it goes to whoever had the idea."
    : `It is divided: ${parts.join(", ")}.`;
}

const sayWeights = ({ weights }: Rules): RuleLine[] =>
  Object.entries(weights)
    .filter(([, weight]) => weight !== 1)
    .map(([id, weight]) => ({
      name: networks[id as keyof typeof networks].name,
      points: `× ${inFigures(weight)}`,
      words: "for shares and clicks there.",
    }));
