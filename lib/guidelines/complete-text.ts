import type { Guideline, RequiredPlace } from "./guideline.ts";
import { findRequired, type Likeness } from "./required-text.ts";

/** What a guideline wants to be said: any of the texts, and the first one is what Herald adds. */
export type Requirement = {
  texts: readonly string[];
  place: RequiredPlace;
  within: number | null;
  likeness: Likeness;
};

export function requirementOf({ rule }: Guideline): Requirement | null {
  if (rule.kind === "disclosure") return { ...rule, likeness: "any case" };
  return rule.kind === "locked_text" ? { ...rule, texts: [rule.text], likeness: "exact" } : null;
}

/** A text with what was added to it, and which guideline wanted that. */
export type Completed = { text: string; added: { guideline: Guideline; text: string }[] };

/**
 * The text with what its guidelines want to be said. What is not said at all is added in its place; what is said somewhere
 * else stays where its writer put it, and `evaluateText` tells them. Completing a text twice changes nothing.
 */
export function completeText(words: string, guidelines: readonly Guideline[]): Completed {
  const wanting = guidelines.flatMap((guideline) => {
    const requirement = requirementOf(guideline);
    return requirement ? [{ guideline, requirement }] : [];
  });
  const completed: Completed = { text: words.trim(), added: [] };
  // What has to come last is added last.
  for (const { guideline, requirement } of wanting.toSorted(byPlace)) {
    const missing = findMissing(completed.text, requirement);
    if (missing === null) continue;
    completed.added.push({ guideline, text: missing });
    completed.text = joined(completed.text, missing, requirement.place);
  }
  return completed;
}

const byPlace = (one: { requirement: Requirement }, other: { requirement: Requirement }): number =>
  Number(one.requirement.place === "end") - Number(other.requirement.place === "end");

function findMissing(text: string, { texts, likeness }: Requirement): string | null {
  if (texts.some((required) => findRequired(text, required, likeness, 1).length > 0)) return null;
  return texts.find((required) => required.trim() !== "")?.trim() ?? null;
}

function joined(text: string, added: string, place: RequiredPlace): string {
  if (text === "") return added;
  return place === "start" || place === "before" ? `${added}\n\n${text}` : `${text}\n\n${added}`;
}
