import type { StoryState } from "#lib/stories/schemas.ts";
import type { Decision } from "./schemas.ts";

const from: Record<Decision, readonly StoryState[]> = {
  submitted: ["draft", "changes_requested"],
  approved: ["in_review"],
  changes_requested: ["in_review"],
  rejected: ["in_review"],
  archived: ["draft", "changes_requested", "approved", "rejected"],
  restored: ["archived"],
  signed_off: ["in_review"],
};

/** Whether a story in this state can take that decision. */
export function canFollow(state: StoryState, decision: Decision): boolean {
  return from[decision].includes(state);
}

/** The state a decision leads to. A restored story is approved again if that is how its last review ended, else a draft. */
export function stateAfter(decision: Decision, history: readonly Decision[]): StoryState {
  if (decision === "submitted" || decision === "signed_off") return "in_review";
  if (decision !== "restored") return decision;
  const last = history.findLast((each) => each !== "archived" && each !== "restored");
  return last === "approved" ? "approved" : "draft";
}
