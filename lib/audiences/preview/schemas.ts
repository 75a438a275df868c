import { z } from "zod";

export const previewMemberInput = z.strictObject({
  memberId: z.uuid(),
  view: z.enum(["forYou", "everything"]),
  /** The story that is asked about. */
  storyId: z.uuid().nullable(),
});
export type PreviewMemberInput = z.output<typeof previewMemberInput>;

/** Somebody whose feed can be looked at. */
export type PreviewableMember = { id: string; name: string; jobTitle: string };

/** A member's feed without what is the member's own affair: what they shared, clicked or visited. */
export type MemberPreview = {
  memberId: string;
  name: string;
  view: PreviewMemberInput["view"];
  /** Whether there is a feed for them besides everything. */
  followsTopics: boolean;
  stories: { id: string; title: string; publishedDay: string; topics: string[] }[];
  hasMore: boolean;
  /** Whether they see the story that was asked about, and why. */
  says: string | null;
};

/** How many members a story is for. */
export type StoryReach = { title: string; reach: string };
