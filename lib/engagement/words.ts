import type { Figure } from "#lib/networks/network.ts";

/** What a member calls a figure. */
export const figureWords: Record<Figure, string> = {
  impressions: "Times shown",
  reactions: "Reactions",
  comments: "Comments",
  reposts: "Reposts",
  followers: "Followers",
};

export type WatchState = {
  networkName: string;
  /** Whether anything is asked at all: an admin's decision, and the app's rights. */
  isAsked: boolean;
  endReason: string | null;
  connection: "ok" | "expired" | "revoked" | "scope_missing" | "disconnected";
  hasReport: boolean;
  keptHours: number | null;
  /** "today at 14:05", "within minutes"; null when it is over. */
  nextWhen: string | null;
};

/** What comes next for a share's figures, or why nothing does. */
export function sayWatch(state: WatchState): string {
  const { networkName: name, isAsked, endReason, connection, hasReport, keptHours, nextWhen } = state;
  const last = hasReport ? " These are the last figures it gave." : "";
  if (endReason === "gone") return `${name} does not have this post any more.${last}`;
  if (!isAsked) return `Herald does not ask ${name} for figures at present.${last}`;
  if (endReason === "quiet") return `Nothing changed for two weeks, so ${name} is not asked again.`;
  if (endReason === "disconnected" || connection === "disconnected")
    return `You disconnected ${name}, so it is not asked any more.${last}`;
  if (connection !== "ok") return `${name} is asked again as soon as you connect it again.${last}`;
  const next = nextWhen ? `${name} is asked next ${nextWhen}.` : "";
  if (!hasReport && keptHours !== null)
    return `${name}’s terms let figures be kept for ${keptHours} hours only. ${next}`.trim();
  return next;
}
