import type { Verdict } from "#lib/guidelines/guideline.ts";

/** Warnings that a member goes on past, by guideline: each with the sentence they read, so that another one is asked about anew. */
export type Accepted = Record<string, string>;

export const isAccepted = (accepted: Accepted, { guidelineId, sentence }: Verdict): boolean =>
  accepted[guidelineId] === sentence;

/** The guidelines that warn and that the member goes on past. */
export const acceptedIdsOf = (accepted: Accepted, verdicts: readonly Verdict[]): string[] =>
  verdicts
    .filter((verdict) => verdict.outcome === "warns" && isAccepted(accepted, verdict))
    .map(({ guidelineId }) => guidelineId);

/** Why the words may not go out, as the button's sentence; null when nothing keeps them. */
export function whyKept(accepted: Accepted, verdicts: readonly Verdict[]): string | null {
  const blocking = verdicts.find(({ outcome }) => outcome === "blocks");
  if (blocking) return `“${blocking.name}” keeps it here. Change the words first.`;
  const isOpen = verdicts.some((verdict) => verdict.outcome === "warns" && !isAccepted(accepted, verdict));
  return isOpen ? "Tick that you have thought about it, or change the words." : null;
}
