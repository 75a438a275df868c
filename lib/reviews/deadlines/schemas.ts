import { z } from "zod";
import { localTime } from "#lib/local-time.ts";

export const setDeadlineInput = z.strictObject({ storyId: z.uuid(), dueAt: localTime.nullable() });
export type SetDeadlineInput = z.output<typeof setDeadlineInput>;
