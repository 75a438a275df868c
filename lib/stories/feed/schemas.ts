import { z } from "zod";
import type { NetworkId } from "#lib/networks/network.ts";
import type { PlacedImage } from "../image-sizes.ts";
import { cleanSearch } from "./filters.ts";

export const listLiveStoriesInput = z.object({
  topic: z.uuid().optional(),
  q: z.string().default("").transform(cleanSearch),
  view: z.literal("all").optional(),
  /** The last story of the page before. */
  cursor: z.uuid().optional(),
});
export type ListLiveStoriesInput = z.infer<typeof listLiveStoriesInput>;

export const storyId = z.object({ id: z.uuid() });

export const recordFeedVisitInput = z.object({});

export type FeedTopic = { id: string; name: string };

/** A topic as its reader stands to it. */
export type FollowableTopic = FeedTopic & { isFollowed: boolean };

/** A live story in a list. Days are said in the organization's time zone. */
export type FeedStory = {
  id: string;
  kind: "link" | "image" | "text";
  title: string;
  summary: string;
  /** The site it comes from; the organization's name when it is the organization's own. */
  source: string;
  image: (PlacedImage & { id: string; alt: string }) | null;
  publishedAt: string;
  publishedDay: string;
  /** "until Friday"; null when it stays. */
  expiry: string | null;
  language: string;
  topics: FeedTopic[];
  suggestedBy: string | null;
  isSharedByMe: boolean;
};

export type FeedPage = { stories: FeedStory[]; nextCursor: string | null };

/** A live story with all there is to read. */
export type LiveStory = Omit<FeedStory, "topics"> & {
  topics: FollowableTopic[];
  body: string;
  url: string | null;
  /** Without an id its page is not meant for the reader. */
  campaign: { id: string | null; name: string } | null;
  /** What it may be shared to; null means every network. */
  approvedNetworks: NetworkId[] | null;
};

export type FeedVisit = {
  /** When the visit before this one was, or null at the first. */
  newSince: { at: string; day: string } | null;
  /** Whether this visit still has to be recorded. */
  isDue: boolean;
  /** Whether the reader follows topics, so that there is a feed for them besides everything. */
  followsTopics: boolean;
};
