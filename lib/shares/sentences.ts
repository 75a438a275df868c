import type { attemptState } from "#db/enums.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { networks } from "#lib/networks/networks.ts";
import type { Share } from "./schemas.ts";

/** Why Herald posts nothing there just now. */
export const sayNotCovered = (name: string): string =>
  `What is set aside for ${name} this month does not cover another post.`;

/** What kept a share from leaving: nothing of it is public. */
export const failures = {
  story_expired: () => "The story ended before your post left, so it did not leave.",
  story_withdrawn: () => "The story was withdrawn, so your post did not leave.",
  story_changed: () => "The story is being changed just now, so your post did not leave.",
  not_for_you: () => "The story is not meant for you any more, so your post did not leave.",
  not_approved: (name) => `The story is not approved for ${name} any more, so your post did not leave.`,
  member_suspended: () => "Your place in the organization is on hold, so your post did not leave.",
  disclosure_missing: () =>
    "Your organization now asks for words that your text does not have, so your post did not leave. Add them and publish again.",
  switched_off: (name) =>
    `Your organization does not publish to ${name} through Herald any more. Post it by hand.`,
  disconnected: (name) =>
    `You disconnected ${name}, so your post did not leave. Connect it and publish again.`,
  needs_reconnect: (name) => `${name} wants your consent once more. Reconnect it, then publish again.`,
  missed: (name) =>
    `${name} could not take your post for twelve hours, so it did not leave. Is it still worth posting? Publish again or choose another time.`,
  over_cap: (name) => `${sayNotCovered(name)} Your post did not leave. Post it by hand.`,
  rejected_duplicate: (name) =>
    `${name} says that you posted these words before, and takes no second one. Nothing was posted now.`,
  rejected_too_long: (name) => `${name} says that the text is too long. Shorten it and publish again.`,
  rejected_media: (name) =>
    `${name} did not take the picture. Nothing was posted. Publish again to try once more.`,
  rejected_content: (name) =>
    `${name} did not take this post. Nothing was posted. Change the words and publish again.`,
  not_there: (name) => `It is not on ${name}. Publish again when you like.`,
} as const satisfies Record<string, (name: string) => string>;
/** Which guideline it was is named behind the colon, as it was called then. */
export type FailureReason = keyof typeof failures | `guideline:${string}`;

const sayGuideline = (reason: string): string | undefined =>
  reason.startsWith("guideline:")
    ? `Your text does not meet the guideline “${reason.slice("guideline:".length)}” any more, so your post did not leave. Change the words and publish again.`
    : undefined;

/** What makes a share wait past its time. It leaves by itself. */
const waits: Record<string, (name: string) => string> = {
  network_blocks: (name) =>
    `${name} lets nobody of your organization in just now. Your admins know, and your post leaves as soon as it does.`,
  network_limit: (name) => `${name} asked us to wait a while. Your post leaves by itself.`,
  network_away: (name) => `${name} cannot be reached just now. Your post leaves as soon as it can.`,
};

const doubts: Record<string, (name: string) => string> = {
  interrupted: (name) =>
    `Your post was on its way to ${name} when Herald was stopped. It may have been published.`,
  duplicate: (name) => `${name} says that these words are there already. It most likely has your post.`,
};

/** Why a share is where it is, for the member who made it; null when there is nothing to say. */
export function sayReason(share: {
  state: Share["state"];
  network: NetworkId;
  reason: string | null;
}): string | null {
  const { name } = networks[share.network];
  const reason = share.reason ?? "";
  if (share.state === "failed")
    return (
      (failures as Record<string, (name: string) => string>)[reason]?.(name) ??
      sayGuideline(reason) ??
      `Nothing was posted to ${name}.`
    );
  if (share.state === "scheduled") return waits[reason]?.(name) ?? null;
  if (share.state === "unknown")
    return (
      doubts[reason]?.(name) ??
      `Your post left for ${name} and no clear answer came back. It may have been published.`
    );
  return null;
}

const outcomes: Record<(typeof attemptState.enumValues)[number], string> = {
  prepared: "being prepared",
  media_ready: "ready to leave",
  sending: "on its way",
  published: "published",
  published_adopted: "published, as the network said when asked again",
  published_id_unknown: "published; the network did not say where",
  rejected: "not taken by the network",
  needs_reconnect: "refused, the account wants consent once more",
  app_blocked: "refused, the network lets nobody in just now",
  retry_after: "put off, nothing was sent",
  unknown: "may have been published",
  not_posted: "not posted",
};

/** What became of one attempt, as the end of a sentence. */
export function sayOutcome({
  state,
  reason,
}: {
  state: keyof typeof outcomes;
  reason: string | null;
}): string {
  if (reason !== "attested") return outcomes[state];
  return state === "not_posted" ? "not there, as you said" : "published, as you said";
}
