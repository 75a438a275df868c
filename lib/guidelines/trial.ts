import { addDays } from "#lib/day.ts";
import { evaluateText } from "./evaluate.ts";
import type { Guideline, Verdict } from "./guideline.ts";

/** What a guideline says to one text, as it stands: nothing is added to it, and no link goes along. */
export function tryText(
  guideline: Guideline,
  text: string,
  shortLinks: string,
  is: "passing" | "failing",
): Verdict {
  const [verdict] = evaluateText({
    text,
    network: guideline.networks[0] ?? "linkedin",
    day: dayOfTrial(guideline, is),
    link: { address: shortLinks, goesAlong: false },
    guidelines: [guideline],
  });
  if (!verdict) throw new Error("A guideline gave no verdict.");
  return verdict;
}

/** What may be said until a day is tried on the day after it; where all of a topic ends, the passing text is from the last day. */
function dayOfTrial({ rule }: Guideline, is: "passing" | "failing"): string {
  if (rule.kind !== "expiry") return "2000-01-01";
  return rule.phrases.length === 0 && is === "passing" ? rule.until : addDays(rule.until, 1);
}

export type Trial = { passing: Verdict; failing: Verdict; holds: boolean };

/** A guideline may be on while its passing text passes and its failing text does not. */
export function tryBoth(guideline: Guideline, texts: TrialTexts, shortLinks: string): Trial {
  const passing = tryText(guideline, texts.passingText, shortLinks, "passing");
  const failing = tryText(guideline, texts.failingText, shortLinks, "failing");
  const areWritten = texts.passingText.trim() !== "" && texts.failingText.trim() !== "";
  return {
    passing,
    failing,
    holds: areWritten && passing.outcome === "passes" && failing.outcome !== "passes",
  };
}

export type TrialTexts = { passingText: string; failingText: string };

/** Why a guideline cannot be on, as a sentence; null when it can. */
export function whyNotOn({ passing, holds }: Trial, texts: TrialTexts): string | null {
  if (holds) return null;
  if (texts.passingText.trim() === "" || texts.failingText.trim() === "")
    return "Write a text that meets it and one that does not, so that everybody sees what it does.";
  return passing.outcome === "passes"
    ? "The text that is not to meet it meets it. Change that text, or what the guideline wants."
    : "The text that is to meet it does not. Change that text, or what the guideline wants.";
}
