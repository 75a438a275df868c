import { pgEnum } from "drizzle-orm/pg-core";

export const role = pgEnum("role", ["employee", "curator", "manager", "admin"]);
export const boardName = pgEnum("board_name", ["name", "alias", "absent"]);
export const storyKind = pgEnum("story_kind", ["link", "image", "text"]);
export const storyState = pgEnum("story_state", [
  "draft",
  "in_review",
  "changes_requested",
  "approved",
  "rejected",
  "archived",
]);
/** `rule` is a saved rule over members: a row of `audiences`. */
export const audienceKind = pgEnum("audience_kind", ["everyone", "teams", "rule"]);
/** `signed_off` is a yes after which somebody else's is still needed: an approver that a topic requires. */
export const reviewDecision = pgEnum("review_decision", [
  "submitted",
  "approved",
  "changes_requested",
  "rejected",
  "archived",
  "restored",
  "signed_off",
]);
/** `elsewhere` is a copied link or the phone's own share sheet: we cannot know where it went. */
export const network = pgEnum("network", [
  "linkedin",
  "x",
  "email",
  "elsewhere",
  "bluesky",
  "mastodon",
  "threads",
  "facebook",
  "whatsapp",
]);
export const shareState = pgEnum("share_state", [
  "intended",
  "confirmed",
  "scheduled",
  "publishing",
  "published",
  "failed",
  "unknown",
  "withdrawn",
]);
export const clickKind = pgEnum("click_kind", ["human", "bot", "prefetch"]);
/** Why a human hit is not counted: by the member who shared the link, or by a visitor past the limit. */
export const clickExclusion = pgEnum("click_exclusion", ["own", "limited"]);
export const clickDevice = pgEnum("click_device", ["desktop", "phone", "tablet", "other"]);
/**
 * `ok` until the network says otherwise: `expired` (its time is over), `revoked` (taken back there) and `scope_missing`
 * (allowed too little) want the member's consent anew; `disconnected` is the member's own wish.
 */
export const connectionStatus = pgEnum("connection_status", [
  "ok",
  "expired",
  "revoked",
  "scope_missing",
  "disconnected",
]);
/**
 * How far an attempt came. Until `sending` nothing can be public. The names after it are what the network's answer meant,
 * told apart by one question: can the network have created the post?
 */
export const attemptState = pgEnum("attempt_state", [
  "prepared",
  "media_ready",
  "sending",
  "published",
  "published_adopted",
  "published_id_unknown",
  "rejected",
  "needs_reconnect",
  "app_blocked",
  "retry_after",
  "unknown",
  "not_posted",
]);
/** What a network bills. */
export const chargeKind = pgEnum("charge_kind", ["post", "post_with_link", "post_read", "account_read"]);
/** What becomes of a source's new items: they wait in the queue, become drafts, or go live by themselves. */
export const sourceMode = pgEnum("source_mode", ["propose", "draft", "approve"]);
/** `known` is an item that was there before its source was added, or whose address the library already had. */
export const itemState = pgEnum("item_state", ["waiting", "made", "dismissed", "known"]);
export const guidelineKind = pgEnum("guideline_kind", [
  "disclosure",
  "blocked_phrases",
  "warned_phrases",
  "locked_text",
  "link_required",
  "expiry",
]);
/** What an outside reviewer says; it informs the decision and never is one. */
export const outsideVerdict = pgEnum("outside_verdict", ["fine", "wants_changes"]);
/** What an organization shows: everything, figures of teams only, or no boards at all. */
export const boardMode = pgEnum("board_mode", ["people", "teams", "off"]);
/** `released` is a promise that was given back, with a reason; it is neither kept nor missed. */
export const pledgeState = pgEnum("pledge_state", ["open", "kept", "missed", "released"]);
