import { z } from "zod";

export const boardViews = ["people", "teams"] as const;
export const boardWindows = ["7", "30", "90", "all"] as const;

export const boardFilters = z.object({
  view: z.enum(boardViews).default("people"),
  /** How many days up to today. */
  window: z.enum(boardWindows).default("30"),
  /** Only this team's people; for its managers. */
  team: z.uuid().optional(),
});
export type BoardFilters = z.output<typeof boardFilters>;

/** What is left of filters where only teams are shown. */
export const teamsOnly = ({ window }: BoardFilters): BoardFilters => ({ view: "teams", window });

/** A place on the board. It holds nothing from which an alias could be matched back to a person. */
export type BoardRow = {
  /** Tells rows apart; says nothing about who it is. */
  key: string;
  name: string;
  /** Under the name: a person's team, or how many people a team has. */
  detail: string;
  isAlias: boolean;
  isOwn: boolean;
  /** Null without points. Equals share a rank, and the ranks that they take up are left out: 1, 2, 2, 4. */
  rank: number | null;
  points: number;
  /** Places won since a week ago; null when there was no place then. */
  movement: number | null;
  /** Points of each of the last twelve weeks, oldest first. */
  weeks: number[];
};

export type Board = {
  filters: BoardFilters;
  rows: BoardRow[];
  /** How many have a place, shown or not. */
  ranked: number;
  /** The viewer's own row, or their team's. Null for somebody without a team, or in one that is too small to show. */
  own: BoardRow | null;
  /** Why the viewer's own row is not among the others, when it is not; `among_all` is a place outside the filtered team. */
  ownNote: "absent" | "no_points" | "too_small" | "further_down" | "among_all" | null;
  /** The filtered team when it is too small to be shown as a group. */
  isTooSmall: boolean;
  /** The teams that the viewer may filter to. */
  managedTeams: { id: string; name: string }[];
  /** Teams of fewer people are not shown. */
  smallestGroup: number;
  /** Whether there is a board of people at all. */
  hasPeople: boolean;
};

/** Fewer people than this are not shown as a group: an average of four says too much about each. */
export const smallestGroup = 5;
