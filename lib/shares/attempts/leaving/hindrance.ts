import type { storyState } from "#db/enums.ts";
import type { NetworkId } from "#lib/networks/network.ts";
import { isApproved } from "../../approved-networks.ts";
import type { ShareRow } from "../../queries.ts";
import type { FailureReason } from "../../sentences.ts";
import { lateMs } from "../timing.ts";

/** What decides, at the moment of leaving, whether a share leaves. */
export type LeavingFacts = {
  story: {
    state: (typeof storyState.enumValues)[number];
    publishAt: Date | null;
    expiresAt: Date | null;
    /** Everyone's, or of a team that the member is in. */
    isForMember: boolean;
    /** What it may be shared to; null means every network. */
    approvedNetworks: NetworkId[] | null;
  };
  member: { suspendedAt: Date | null };
  /** The guideline that its text does not meet, as a reason; null when it meets all. */
  unmet: FailureReason | null;
  /** Whether the organization has Herald publish to the network. */
  publishes: boolean;
  share: Pick<ShareRow, "network" | "scheduledFor">;
};

/** Why a share may not leave any more, or null when it may. */
export function hindranceOf(
  { story, member, unmet, publishes, share }: LeavingFacts,
  now: Date,
): FailureReason | null {
  if (member.suspendedAt) return "member_suspended";
  if (story.state === "archived" || story.state === "rejected") return "story_withdrawn";
  if (story.expiresAt && story.expiresAt <= now) return "story_expired";
  if (story.state !== "approved" || !story.publishAt || story.publishAt > now) return "story_changed";
  if (!story.isForMember) return "not_for_you";
  if (!isApproved(story.approvedNetworks, share.network)) return "not_approved";
  if (!publishes) return "switched_off";
  if (unmet) return unmet;
  if (share.scheduledFor && share.scheduledFor.getTime() + lateMs < now.getTime()) return "missed";
  return null;
}
