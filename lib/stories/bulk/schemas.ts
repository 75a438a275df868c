import { z } from "zod";
import { localTime } from "#lib/local-time.ts";
import { stepSize } from "./step-size.ts";

/** What can be done with many stories. Times are wall-clock times of the organization; null is at once, and never. */
export const bulkAct = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("archive") }),
  z.strictObject({ kind: z.literal("restore") }),
  z.strictObject({ kind: z.literal("submit") }),
  z.strictObject({ kind: z.literal("approve") }),
  z.strictObject({ kind: z.literal("add_topic"), topicId: z.uuid() }),
  z.strictObject({ kind: z.literal("remove_topic"), topicId: z.uuid() }),
  z.strictObject({ kind: z.literal("set_campaign"), campaignId: z.uuid().nullable() }),
  z.strictObject({ kind: z.literal("set_publish"), at: localTime.nullable() }),
  z.strictObject({ kind: z.literal("set_expiry"), at: localTime.nullable() }),
]);
export type BulkAct = z.output<typeof bulkAct>;

export const changeStoriesInput = z.strictObject({
  /** Made in the browser, so that a double click or a retry is one batch. */
  batchId: z.uuid(),
  act: bulkAct,
  /** The versions that were looked at: what somebody has changed since is left alone. */
  stories: z
    .array(z.strictObject({ id: z.uuid(), version: z.int().positive() }))
    .min(1)
    .max(stepSize),
});
export type ChangeStoriesInput = z.output<typeof changeStoriesInput>;

export const undoChangesInput = z.strictObject({
  batchId: z.uuid(),
  storyIds: z.array(z.uuid()).min(1).max(stepSize),
});
export type UndoChangesInput = z.output<typeof undoChangesInput>;

/** What became of one story: changed, as it was already, or refused with a sentence. */
export type Outcome = { id: string } & ({ is: "changed" | "same" } | { is: "refused"; why: string });
