import { freshGrants, type Grants } from "../grants.ts";
import type { Card } from "../link-card.ts";
import type { Windows } from "../window.ts";
import type { Engagement } from "../world.ts";

export type MastodonApp = {
  id: string;
  name: string;
  clientId: string;
  clientSecret: string;
  redirectUris: string[];
  scopes: string[];
};

export type MastodonStatus = {
  id: string;
  account: string;
  text: string;
  spoilerText: string;
  visibility: string;
  language: string | null;
  mediaIds: string[];
  /** What the page behind the first link said, when it was read. */
  card: Card | null;
  createdAt: number;
  deletedAt: number | null;
  engagement: Engagement;
};

export type MastodonMedia = {
  id: string;
  account: string;
  type: string;
  description: string | null;
  readyAt: number;
  statusId: string | null;
};

export type MastodonState = {
  grants: Grants;
  apps: Record<string, MastodonApp>;
  statuses: Record<string, MastodonStatus>;
  media: Record<string, MastodonMedia>;
  /** `account:key` to the status that was made with it. */
  keys: Record<string, { statusId: string; at: number }>;
  windows: Windows;
};

export const freshMastodon = (): MastodonState => ({
  grants: freshGrants(),
  apps: {},
  statuses: {},
  media: {},
  keys: {},
  windows: {},
});
