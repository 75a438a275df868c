import { z } from "zod";
import { plainText } from "#lib/plain-text.ts";

export const commentText = plainText()
  .min(1, "Write something first.")
  .max(4_000, "The comment is too long. Up to 4,000 characters fit.");

export const writeCommentInput = z.strictObject({ storyId: z.uuid(), text: commentText });
export type WriteCommentInput = z.output<typeof writeCommentInput>;

export const commentInput = z.strictObject({ commentId: z.uuid() });
export type CommentInput = z.output<typeof commentInput>;

export type ReviewComment = {
  id: string;
  /** The version that it is about, as the story counts them. */
  version: number;
  authorName: string;
  /** Whether somebody without an account wrote it. */
  isOutside: boolean;
  text: string;
  createdAt: Date;
  resolvedAt: Date | null;
  resolvedByName: string | null;
  /** Written by somebody else since the viewer last looked. */
  isNew: boolean;
};

export type CommentsPage = {
  /** Oldest first; the newest page of them unless another is asked for. */
  comments: ReviewComment[];
  page: number;
  pageCount: number;
  unresolved: number;
};
