import { z } from "zod";
import type { Visibility } from "../desk/schemas.ts";
import type { StoryKind, StoryState } from "../schemas.ts";
import { readLibraryFilters, readLibraryPlace } from "./filters.ts";

/** What an address asks for; nothing in it is wrong, only meaningless. */
export const libraryInput = z.record(z.string(), z.string()).transform((search) => ({
  filters: readLibraryFilters(search),
  place: readLibraryPlace(search),
}));
export type LibraryInput = z.output<typeof libraryInput>;

/** So many can be chosen at once. */
export const mostChosen = 500;

/** A story as a line of the table. */
export type LibraryStory = {
  id: string;
  version: number;
  kind: StoryKind;
  state: StoryState;
  /** Null unless the story is approved. */
  visibility: Visibility | null;
  title: string;
  siteName: string;
  language: string;
  authorName: string;
  suggestedByName: string | null;
  campaignName: string | null;
  topicNames: string[];
  imageId: string | null;
  publishAt: string | null;
  expiresAt: string | null;
  updatedAt: string;
  /** Confirmed shares; null while those of fewer than five people, whom the desk may not count. */
  shares: number | null;
  /** Counted clicks; null until somebody has taken it to a network. */
  clicks: number | null;
};

export type LibraryPage = {
  stories: LibraryStory[];
  /** How many match, on all pages. */
  total: number;
  /** Where the pages beside this one are; null at the ends. */
  after: string | null;
  before: string | null;
};

/** A story that was chosen, as it was seen. */
export type ChosenStory = { id: string; version: number; title: string };

/** The first stories that match, for choosing all. */
export type MatchingStories = { stories: ChosenStory[]; total: number };

type Named = { id: string; name: string };

/** What the filters and the changes let choose from. */
export type LibraryChoices = {
  topics: Named[];
  campaigns: Named[];
  sources: Named[];
  authors: Named[];
  audiences: Named[];
  languages: string[];
};
