"use server";

import { action } from "#lib/action.ts";
import { reopenComment, resolveComment, writeComment } from "./mutations.ts";
import { commentInput, writeCommentInput } from "./schemas.ts";

export const writeCommentAction = action(writeCommentInput, writeComment);
export const resolveCommentAction = action(commentInput, resolveComment);
export const reopenCommentAction = action(commentInput, reopenComment);
