import type { Access } from "./account.ts";
import type { AppBlock, NeedsReconnect, RetryAfter, TryLater } from "./outcomes.ts";

/** Null is "the network did not say". */
export type Figures = {
  impressions: number | null;
  reactions: number | null;
  comments: number | null;
  reposts: number | null;
};

export type MeasureOutcome =
  /** By external id; `missing` when the network does not have the post. One that is not in it was not answered for. */
  | { kind: "measured"; posts: Map<string, Figures | "missing"> }
  | NeedsReconnect
  | AppBlock
  | RetryAfter
  | TryLater;

export type Measurer = {
  /** What the figures come from, in words. */
  source: string;
  /** Most posts that one call of `measure` may carry. */
  batch: number;
  /** Hours after publishing at which it is asked; past the last, daily. Null: the usual ones. */
  hours: readonly number[] | null;
  /** Whether the granted scopes allow it at all. */
  canMeasure: (grantedScopes: readonly string[]) => boolean;
  /** `app_blocked` is said of reading figures alone: an app that may not may well publish. */
  measure: (access: Access, posts: { externalId: string; publishedAt: Date }[]) => Promise<MeasureOutcome>;
  /** Followers of the account; null when the network does not say or may not be asked. */
  countFollowers: (access: Access) => Promise<number | null>;
};
