import { z } from "zod";
import type { Day } from "#lib/day.ts";
import { readGroup } from "./group.ts";

export const boardViews = ["people", "teams"] as const;
export const boardWindows = ["7", "30", "90", "season", "all"] as const;

/** Whom and what a board is about. Filters of people cannot be put together: where they overlap they would be about few. */
export const boardFilters = z
  .object({
    view: z.enum(boardViews).default("people"),
    /** How many days up to today, or the season that runs. */
    window: z.enum(boardWindows).default("30"),
    /** Only this team's people; for its managers. */
    team: z.uuid().optional(),
    /** Only those who do the same, or are in the same place: `function:Sales`, `region:North` or `executives`. */
    group: z
      .string()
      .max(120)
      .refine((text) => readGroup(text) !== null, "There is no such group.")
      .optional(),
    /** Only what this campaign brought, whenever. */
    campaign: z.uuid().optional(),
  })
  .transform(({ view, window, team, group, campaign }) => ({
    ...{ view, window },
    ...(campaign ? { campaign } : view === "teams" ? {} : team ? { team } : group ? { group } : {}),
  }));
export type BoardFilters = {
  view: (typeof boardViews)[number];
  window: (typeof boardWindows)[number];
  team?: string;
  group?: string;
  campaign?: string;
};

/** What is left of filters where only teams are shown. */
export const teamsOnly = ({ window, campaign }: BoardFilters): BoardFilters => ({
  ...{ view: "teams", window },
  ...(campaign && { campaign }),
});

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
  /** Points of each of the last twelve weeks, oldest first; empty on a campaign's board. */
  weeks: number[];
};

export type Board = {
  filters: BoardFilters;
  rows: BoardRow[];
  /** The viewer's own row, or their team's. Null for somebody without a team, or in one that is too small to show. */
  own: BoardRow | null;
  /** Why the viewer's own row is not among the others, when it is not; `among_all` is a place outside the filtered team. */
  ownNote: "absent" | "no_points" | "too_small" | "further_down" | "among_all" | "executive" | null;
  /** The filtered team or group is too small to be shown. */
  isTooSmall: boolean;
  /** The teams that the viewer may filter to. */
  managedTeams: { id: string; name: string }[];
  /** The season that runs. */
  season: { id: string; name: string; endsOn: Day } | null;
  /** The campaign that the board is about. */
  campaign: { id: string; name: string } | null;
  /** Teams of fewer people are not shown. */
  smallestGroup: number;
  /** Whether there is a board of people at all. */
  hasPeople: boolean;
};

/** Fewer people than this are not shown as a group: an average of four says too much about each. */
export const smallestGroup = 5;
