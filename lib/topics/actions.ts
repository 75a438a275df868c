"use server";

import { action } from "#lib/action.ts";
import { followTopic } from "./following/mutations.ts";
import { mergeTopic } from "./merging/mutations.ts";
import { addTopic, renameTopic } from "./mutations.ts";
import { addTopicInput, followTopicInput, mergeTopicInput, renameTopicInput } from "./schemas.ts";

export const addTopicAction = action(addTopicInput, addTopic);
export const renameTopicAction = action(renameTopicInput, renameTopic);
export const mergeTopicAction = action(mergeTopicInput, mergeTopic);
export const followTopicAction = action(followTopicInput, followTopic);
