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

/**
 * The text with what its guidelines want to be said. What is not said at all is added in its place; what is said somewhere
 * else stays where its writer put it, and `evaluateText` tells them. Completing a text twice changes nothing.
 */
export function completeText(words: string, guidelines: readonly Guideline[]): string {
  const requirements = guidelines
    .flatMap((guideline) => requirementOf(guideline) ?? [])
    // What has to come last is added last.
    .toSorted((one, other) => Number(one.place === "end") - Number(other.place === "end"));
  return requirements.reduce(completeBy, words.trim());
}

function completeBy(text: string, { texts, place, likeness }: Requirement): string {
  const added = texts.find((required) => required.trim() !== "")?.trim();
  if (!added || texts.some((required) => findRequired(text, required, likeness, 1).length > 0)) return text;
  if (text === "") return added;
  return place === "start" || place === "before" ? `${added}\n\n${text}` : `${text}\n\n${added}`;
}
