import type { StoryContent, StoryState } from "./schemas.ts";

/**
 * What a reviewer vouches for: what is said, where it leads, and whom it reaches. Topics, campaign and times are not, nor is
 * how often a caption is offered beside the others.
 */
const vouchedFor = [
  "kind",
  "title",
  "summary",
  "body",
  "url",
  "imageId",
  "imageAlt",
  "language",
  "audience",
  "audienceId",
  "teamIds",
  "captions",
] as const satisfies (keyof StoryContent)[];

type Vouched = Pick<StoryContent, (typeof vouchedFor)[number]>;

/** Whether an edit touches what a reviewer vouched for. */
export function changesContent(before: Vouched, after: Vouched): boolean {
  return vouchedFor.some((field) => fingerprint(before, field) !== fingerprint(after, field));
}

/** Whether two forms of a story say the same in every field. */
export function isSameContent(one: StoryContent, other: StoryContent): boolean {
  const sorted = (ids: readonly string[]) => [...ids].sort().join();
  return (
    !changesContent(one, other) &&
    sorted(one.topicIds) === sorted(other.topicIds) &&
    one.captions.every(({ weight }, index) => weight === other.captions[index]?.weight) &&
    (["canonicalUrl", "siteName", "campaignId", "publishAt", "expiresAt"] as const).every(
      (field) => one[field] === other[field],
    )
  );
}

/** The state an edit leaves a story in. */
export function stateAfterEdit(
  state: StoryState,
  edit: {
    changesContent: boolean;
    allowsSelfApproval: boolean;
    /** Whether a yes that one of its topics requires is missing now. */
    losesYes?: boolean;
  },
): StoryState {
  if (state === "approved" && edit.losesYes) return "in_review";
  if (!edit.changesContent) return state;
  if (state === "rejected") return "draft";
  if (state === "approved" && !edit.allowsSelfApproval) return "in_review";
  return state;
}

function fingerprint(story: Vouched, field: keyof Vouched): string {
  if (field === "teamIds") return JSON.stringify([...story.teamIds].sort());
  if (field === "captions")
    return JSON.stringify(
      story.captions.map(({ network, language, text, audienceId }) => [network, language, text, audienceId]),
    );
  return JSON.stringify(story[field]);
}
