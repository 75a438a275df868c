import type { StoryState } from "../schemas.ts";
import type { PlannedMoment } from "./schemas.ts";

type Dated = { state: StoryState; publishAt: Date | null };

/** Why one of a story's times cannot be moved; null when it can. */
export function whyFixed(story: Dated, moment: PlannedMoment["moment"], now: Date): string | null {
  if (story.state === "archived") return "This story is archived. Restore it first, then move it.";
  const went = story.state === "approved" && (story.publishAt === null || story.publishAt <= now);
  if (moment === "publishAt" && went)
    return "This story went live already, and that time stays as it was. To take it down, archive it.";
  return null;
}

type Times = { publishAt: Date | null; expiresAt: Date | null };

/** Why a story cannot have these times; null when it can. */
export function whyRefused(times: Times, moment: PlannedMoment["moment"], now: Date): string | null {
  const at = times[moment];
  if (at && at <= now)
    return moment === "publishAt"
      ? "That time has passed. Choose one that is still to come."
      : "That time has passed. Choose one that is still to come; to take the story down now, archive it.";
  if (times.publishAt && times.expiresAt && times.publishAt >= times.expiresAt)
    return "A story expires after it goes live. Choose a time on the other side, or move the other time first.";
  return null;
}
