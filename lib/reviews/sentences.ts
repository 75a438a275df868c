import type { StoryState } from "#lib/stories/schemas.ts";
import type { Decision } from "./schemas.ts";

/** What happened, as the middle of a sentence: "Grace Hopper approved this story". */
export const deeds: Record<Decision, string> = {
  submitted: "submitted",
  approved: "approved",
  changes_requested: "asked for changes to",
  rejected: "rejected",
  archived: "archived",
  restored: "restored",
  signed_off: "signed off",
};

/** What somebody outside said, in the same way. */
export const verdictDeeds = { fine: "found nothing wrong with", wants_changes: "wants changes to" } as const;

/** Told to somebody whose decision came too late, or was made on a version that has since changed. */
export function beenDecided(
  state: StoryState,
  latest: { decision: Decision; memberName: string } | null,
): string {
  const hasChanged =
    "This story was changed while you were looking at it. Look at the new version, then decide.";
  if (!latest || (state === "in_review" && latest.decision === "submitted")) return hasChanged;
  if (state === "in_review" && latest.decision === "signed_off")
    return `${latest.memberName} said yes to this story while you were looking at it. Nothing of yours was saved: say yours again.`;
  return `${latest.memberName} ${deeds[latest.decision]} this story before you. Nothing of yours was saved.`;
}
