import { freshGrants, type Grants } from "../grants.ts";
import type { Windows } from "../window.ts";
import type { Engagement } from "../world.ts";

export type LinkedInPost = {
  urn: string;
  account: string;
  author: string;
  /** Everything that was sent, as LinkedIn understood it. */
  body: Record<string, unknown>;
  /** What a second post is compared with. */
  sameness: string;
  createdAt: number;
  deletedAt: number | null;
  engagement: Engagement;
};

export type LinkedInImage = {
  urn: string;
  owner: string;
  uploadKey: string;
  uploadExpiresAt: number;
  /** When the bytes came; null while they are waited for. */
  uploadedAt: number | null;
};

export type LinkedInState = {
  grants: Grants;
  posts: Record<string, LinkedInPost>;
  images: Record<string, LinkedInImage>;
  days: Windows;
  /** Who is signed in to linkedin.com in the browser that was seen last. */
  signedIn: string | null;
};

export const freshLinkedIn = (): LinkedInState => ({
  grants: freshGrants(),
  posts: {},
  images: {},
  days: {},
  signedIn: null,
});
