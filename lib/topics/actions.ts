"use server";

import { action } from "#lib/action.ts";
import { addTopic, renameTopic } from "./mutations.ts";
import { addTopicInput, renameTopicInput } from "./schemas.ts";

export const addTopicAction = action(addTopicInput, addTopic);
export const renameTopicAction = action(renameTopicInput, renameTopic);
