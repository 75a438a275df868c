import type { Decision } from "#lib/reviews/schemas.ts";
import type { SuggestionStep } from "./schemas.ts";

export type Decided = { decision: Decision; words: string; at: Date; byName: string };

const names: Partial<Record<Decision, SuggestionStep["what"]>> = {
  submitted: "handed_in",
  changes_requested: "sent_back",
  approved: "approved",
  rejected: "declined",
  archived: "archived",
};

/** What became of a suggestion, as far as it concerns the person whose idea it was; with when it went live, if it did. */
export function stepsOf(decided: readonly Decided[], publishAt: Date | null, now: Date): SuggestionStep[] {
  const steps = decided.flatMap(({ decision, words, at, byName }, index): SuggestionStep[] => {
    if (index === 0 && decision === "submitted") return [{ what: "suggested", at, byName: null, words: "" }];
    const what = names[decision];
    const isSaid = decision === "changes_requested" || decision === "rejected" || decision === "approved";
    return what ? [{ what, at, byName, words: isSaid ? words : "" }] : [];
  });
  const approvedAt = decided.findLast(({ decision }) => decision === "approved")?.at;
  if (publishAt && publishAt <= now) {
    // Approving gives a story its time, a moment before the approval is written down.
    const at = approvedAt && approvedAt > publishAt ? approvedAt : publishAt;
    steps.push({ what: "live", at, byName: null, words: "" });
  }
  return steps.sort((one, other) => one.at.getTime() - other.at.getTime());
}
