import { freshGrants, type Grants } from "../grants.ts";
import type { Card } from "../link-card.ts";
import type { Windows } from "../window.ts";
import type { Engagement } from "../world.ts";

export type XPost = {
  id: string;
  account: string;
  /** As it was sent; what the API gives back has t.co in place of addresses. */
  text: string;
  mediaIds: string[];
  /** What a second post is compared with. */
  sameness: string;
  /** What the page behind the last link said, when it was read. */
  card: Card | null;
  createdAt: number;
  deletedAt: number | null;
  engagement: Engagement;
};

export type XMedia = {
  id: string;
  account: string;
  type: string;
  totalBytes: number;
  /** Base64 by segment, until it is finalized. */
  segments: Record<string, string>;
  readyAt: number | null;
  expiresAt: number;
  alt: string | null;
};

export type XState = {
  grants: Grants;
  posts: Record<string, XPost>;
  media: Record<string, XMedia>;
  windows: Windows;
  /** US dollars that calls have cost. */
  spent: number;
  /** Read already today, so not charged again: "2026-11-23:id". */
  paidReads: Record<string, true>;
};

export const freshX = (): XState => ({
  grants: freshGrants(),
  posts: {},
  media: {},
  windows: {},
  spent: 0,
  paidReads: {},
});
