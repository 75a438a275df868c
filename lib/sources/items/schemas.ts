import { z } from "zod";

export const itemIdInput = z.strictObject({ itemId: z.uuid() });
export type ItemIdInput = z.output<typeof itemIdInput>;

export const listItemsInput = z.strictObject({
  source: z.uuid().optional(),
  /** The last item of the page before. */
  cursor: z.uuid().optional(),
});
export type ListItemsInput = z.output<typeof listItemsInput>;

/** An item of a source that waits for somebody to decide. Moments are ISO, for it is sent as JSON. */
export type WaitingItem = {
  id: string;
  title: string;
  summary: string;
  url: string | null;
  host: string | null;
  author: string;
  hasImage: boolean;
  sourceId: string;
  sourceName: string;
  language: string;
  publishedAt: string | null;
  seenAt: string;
};

export type ItemsPage = { items: WaitingItem[]; nextCursor: string | null };
