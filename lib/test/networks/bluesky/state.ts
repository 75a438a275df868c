import type { Windows } from "../window.ts";
import type { Engagement } from "../world.ts";

export type Session = {
  account: string;
  accessJwt: string;
  accessExpiresAt: number;
  refreshJwt: string;
  refreshExpiresAt: number;
  revoked: boolean;
  /** The session that took this one's place, and when; the old refresh token leads to it for two hours more. */
  next: { id: string; at: number } | null;
};

export type BlueskyRecord = {
  uri: string;
  cid: string;
  account: string;
  value: Record<string, unknown>;
  createdAt: number;
  deletedAt: number | null;
  engagement: Engagement;
};

export type BlueskyBlob = { cid: string; account: string; mimeType: string; size: number };

export type BlueskyState = {
  /** By the id that both of its tokens carry. */
  sessions: Record<string, Session>;
  records: Record<string, BlueskyRecord>;
  blobs: Record<string, BlueskyBlob>;
  windows: Windows;
  authFactor: Record<string, boolean>;
  /** App passwords that the control plane gave; null is one that was withdrawn. */
  passwords: Record<string, string | null>;
};

export const freshBluesky = (): BlueskyState => ({
  sessions: {},
  records: {},
  blobs: {},
  windows: {},
  authFactor: {},
  passwords: {},
});
