import { z } from "zod";
import type { FieldChange } from "#lib/stories/versions/diff-story.ts";
import type { StoryVersion } from "#lib/stories/versions/schemas.ts";

const version = z.coerce.number().int().positive().optional().catch(undefined);

/** Which two versions of a story to compare, and which page of its comments to show. */
export const changesFilters = z.object({ from: version, to: version, comments: version });
export type ChangesFilters = z.output<typeof changesFilters>;

/** Why these two versions are compared. */
export type Since = "chosen" | "decided" | "looked" | "approved" | "written";

export type StoryChanges = {
  /** Newest first. */
  versions: StoryVersion[];
  from: StoryVersion;
  to: StoryVersion;
  since: Since;
  changes: FieldChange[];
};
