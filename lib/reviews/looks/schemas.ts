import { z } from "zod";

export const recordLookInput = z.strictObject({ storyId: z.uuid() });
export type RecordLookInput = z.output<typeof recordLookInput>;
