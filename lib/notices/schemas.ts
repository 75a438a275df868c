import { z } from "zod";
import type { NoticeWords } from "./words.ts";

export const noticesFilters = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) });

/** One notice by its id, or all of one's own. */
export const readNoticesInput = z.object({ noticeId: z.uuid().optional() });
export type ReadNoticesInput = z.output<typeof readNoticesInput>;

export type Notice = NoticeWords & { id: string; kind: string; createdAt: Date; isRead: boolean };

export type NoticesPage = { notices: Notice[]; page: number; hasMore: boolean; unread: number };
