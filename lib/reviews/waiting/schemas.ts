import { z } from "zod";

export const waitingFilters = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

/** A story in review that carries a topic of the approver's. */
export type WaitingStory = {
  id: string;
  title: string;
  topicNames: string[];
  /** Who handed it in, or thought of it. */
  authorName: string;
  dueAt: Date | null;
  updatedAt: Date;
  /** Whether the approver's yes to what it says now is there already. */
  hasSaidYes: boolean;
  /** Comments of others that the approver has not seen. */
  unread: number;
};

export type WaitingPage = { stories: WaitingStory[]; page: number; pageCount: number };
