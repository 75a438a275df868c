import type { StoryState } from "../schemas.ts";
import type { Visibility } from "./schemas.ts";

type Dated = { state: StoryState; publishAt: Date | null; expiresAt: Date | null };

/** Approved is live between `publishAt` and `expiresAt`; in no other state is a story to be seen. */
export function visibilityOf({ state, publishAt, expiresAt }: Dated, now: Date): Visibility | null {
  if (state !== "approved") return null;
  if (expiresAt && expiresAt <= now) return "expired";
  if (publishAt && publishAt > now) return "scheduled";
  return "live";
}
