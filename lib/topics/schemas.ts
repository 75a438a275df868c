import { z } from "zod";
import { plainText } from "#lib/plain-text.ts";

const name = plainText().min(1, "A topic needs a name.").max(60, "Keep the name under 60 characters.");

export const addTopicInput = z.strictObject({ name });
export const renameTopicInput = z.strictObject({ topicId: z.uuid(), name });
export const mergeTopicInput = z.strictObject({ topicId: z.uuid(), intoId: z.uuid() });
export const followTopicInput = z.strictObject({ topicId: z.uuid(), follows: z.boolean() });
